import type { ParamValue, Rng } from '@cambium/core';
import type { ChoiceLayout, Path } from './choices.js';

/** Softmax over the values of each choice. */
export function choiceSoftmax(layout: ChoiceLayout, logits: ArrayLike<number>, temperature = 1): Float64Array {
  const result = new Float64Array(layout.size);
  layout.choices.forEach(({ values }, choice) => {
    const start = layout.offset(choice);
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, (logits[start + i] as number) / temperature);
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      const value = Math.exp((logits[start + i] as number) / temperature - largest);
      result[start + i] = value;
      sum += value;
    }
    for (let i = 0; i < values.length; i++) result[start + i] = (result[start + i] as number) / sum;
  });
  return result;
}

/** The likeliest value of each choice, the first of equals. */
export function likeliestPath({ choices, ...layout }: ChoiceLayout, probabilities: ArrayLike<number>): Path {
  return pathOf(choices, (choice, count) => {
    let best = 0;
    const at = (i: number) => probabilities[layout.offset(choice) + i] as number;
    for (let i = 1; i < count; i++) if (at(i) > at(best)) best = i;
    return best;
  });
}

/** A value for each choice, drawn by its probabilities. */
export function samplePath({ choices, ...layout }: ChoiceLayout, probabilities: ArrayLike<number>, rng: Rng): Path {
  return pathOf(choices, (choice, count) => {
    let left = rng.next();
    for (let i = 0; i < count - 1; i++) {
      left -= probabilities[layout.offset(choice) + i] as number;
      if (left < 0) return i;
    }
    return count - 1;
  });
}

function pathOf(choices: ChoiceLayout['choices'], pick: (choice: number, count: number) => number): Path {
  return Object.fromEntries(
    choices.map(({ param, values }, choice) => [param, values[pick(choice, values.length)] as ParamValue]),
  );
}
