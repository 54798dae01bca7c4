/**
 * Boxes between the origin and a corner each, `dimensions` sides one after the other, all positive. Sorted by their first
 * side, longest first.
 */
export interface Boxes {
  readonly sides: Float64Array;
  readonly dimensions: number;
  readonly count: number;
}

/**
 * The volume of the boxes' union: the WFG algorithm (While, Bradstreet and Barone 2012). A box adds what no box that is
 * longer in the last dimension covers; there, all of those can be cut to it, and one dimension fewer is left. Cutting keeps
 * the order of first sides, so that nothing is sorted again.
 */
export function unionVolume({ sides, dimensions, count }: Boxes): number {
  if (dimensions === 1) return count === 0 ? 0 : (sides[0] as number);
  if (dimensions === 2) return unionArea(sides, count);
  const last = dimensions - 1;
  let total = 0;
  for (let box = 0; box < count; box++) {
    const length = sides[box * dimensions + last] as number;
    const isLonger = (other: number) => {
      const rival = sides[other * dimensions + last] as number;
      return rival > length || (rival === length && other > box);
    };
    let own = 1;
    for (let side = 0; side < last; side++) own *= sides[box * dimensions + side] as number;
    total += length * (own - unionVolume(cutBoxes({ sides, dimensions, count }, box, isLonger)));
  }
  return total;
}

/** A staircase: each step adds what it is higher than the ones before it, which are wider. */
function unionArea(sides: Float64Array, count: number): number {
  let area = 0;
  let height = 0;
  for (let box = 0; box < count; box++) {
    const up = sides[2 * box + 1] as number;
    if (up <= height) continue;
    area += (sides[2 * box] as number) * (up - height);
    height = up;
  }
  return area;
}

/** The chosen boxes cut to `box` and without their last dimension; without those that another covers. */
function cutBoxes({ sides, dimensions, count }: Boxes, box: number, chosen: (other: number) => boolean): Boxes {
  const left = dimensions - 1;
  const cut = new Float64Array(count * left);
  let kept = 0;
  for (let other = 0; other < count; other++) {
    if (!chosen(other)) continue;
    for (let side = 0; side < left; side++) {
      const own = sides[box * dimensions + side] as number;
      const theirs = sides[other * dimensions + side] as number;
      cut[kept * left + side] = own < theirs ? own : theirs;
    }
    // In two dimensions the staircase itself skips what is covered.
    kept = left === 2 ? kept + 1 : keepUncovered(cut, left, kept);
  }
  return { sides: cut, dimensions: left, count: kept };
}

/** Adds the box at `kept` to those before it unless one covers it, and drops those that it covers. How many are left. */
function keepUncovered(sides: Float64Array, dimensions: number, kept: number): number {
  for (let other = 0; other < kept; other++) {
    if (covers(sides, dimensions, [other, kept])) return kept;
  }
  let left = 0;
  for (let other = 0; other < kept; other++) {
    if (!covers(sides, dimensions, [kept, other])) move(sides, dimensions, [other, left++]);
  }
  move(sides, dimensions, [kept, left++]);
  return left;
}

function covers(sides: Float64Array, dimensions: number, [a, b]: readonly [number, number]): boolean {
  for (let side = 0; side < dimensions; side++) {
    if ((sides[a * dimensions + side] as number) < (sides[b * dimensions + side] as number)) return false;
  }
  return true;
}

function move(sides: Float64Array, dimensions: number, [from, to]: readonly [number, number]): void {
  if (from !== to) sides.copyWithin(to * dimensions, from * dimensions, (from + 1) * dimensions);
}
