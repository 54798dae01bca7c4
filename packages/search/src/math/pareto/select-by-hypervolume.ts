import { boxesInside } from './hypervolume.js';
import { type Losses, rowCount } from './losses.js';
import { type Boxes, unionVolume } from './union-volume.js';

/**
 * `count` rows (or all, when there are fewer) that together have a large hypervolume, in the order of choice: always the
 * row that adds most, of equals the one with the least first loss. What is chosen so has at least 1 − 1/e of the greatest
 * hypervolume that `count` rows can have, since the hypervolume is submodular (Guerreiro, Fonseca and Paquete 2016). Rows
 * that add nothing come last, in their order.
 */
export function selectByHypervolume(losses: Losses, reference: ArrayLike<number>, count: number): number[] {
  const { boxes, rows } = boxesInside(losses, reference);
  const chosen = chooseBoxes(boxes, Math.min(count, rows.length)).map((box) => rows[box] as number);
  const isChosen = new Set(chosen);
  for (let row = 0; row < rowCount(losses) && chosen.length < count; row++) if (!isChosen.has(row)) chosen.push(row);
  return chosen;
}

/**
 * The boxes that add something, greatest addition first. What a box adds only becomes less with each choice: the box that
 * promises most is looked at again until one keeps its promise, and the others need no look.
 */
function chooseBoxes(boxes: Boxes, count: number): number[] {
  const chosen: number[] = [];
  const taken = sortedBoxes(boxes, count);
  const gains = Float64Array.from({ length: boxes.count }, (_, box) => volumeOf(boxes, box));
  const computedAt = new Int32Array(boxes.count);
  while (chosen.length < count) {
    const box = indexOfGreatest(gains);
    if (!((gains[box] as number) > 0)) break;
    if (computedAt[box] === chosen.length) {
      taken.add(box);
      chosen.push(box);
      gains[box] = 0;
    } else {
      computedAt[box] = chosen.length;
      gains[box] = Math.max(0, volumeOf(boxes, box) - taken.volumeWithin(box));
    }
  }
  return chosen;
}

function volumeOf({ sides, dimensions }: Boxes, box: number): number {
  let volume = 1;
  for (let side = 0; side < dimensions; side++) volume *= sides[box * dimensions + side] as number;
  return volume;
}

/** At most `most` of the boxes, in the order that {@link unionVolume} relies on: that of their numbers. */
function sortedBoxes({ sides, dimensions }: Boxes, most: number) {
  const members = new Int32Array(most);
  const cut = new Float64Array(most * dimensions);
  let count = 0;
  return {
    add(box: number): void {
      let place = count++;
      for (; place > 0 && (members[place - 1] as number) > box; place--) members[place] = members[place - 1] as number;
      members[place] = box;
    },
    /** How much of `box` they cover. */
    volumeWithin(box: number): number {
      for (let place = 0, at = 0; place < count; place++) {
        const from = (members[place] as number) * dimensions;
        for (let side = 0; side < dimensions; side++, at++) {
          const own = sides[box * dimensions + side] as number;
          const theirs = sides[from + side] as number;
          cut[at] = own < theirs ? own : theirs;
        }
      }
      return unionVolume({ sides: cut, dimensions, count });
    },
  };
}

function indexOfGreatest(values: Float64Array): number {
  let best = 0;
  let greatest = values[0] as number;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value > greatest) {
      greatest = value;
      best = i;
    }
  }
  return best;
}
