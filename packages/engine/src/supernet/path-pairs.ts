import { type Rng, weightedIndex } from '@cambium/core';
import { type ChoiceLayout, choiceLayout } from './choices.js';

/** Two options of each choice, or the one that there is. */
export interface PathPairs {
  readonly layout: ChoiceLayout;
  /** By the pairs' layout: the places in the layout of all options. */
  readonly places: readonly number[];
}

/** Draws two options of each choice by their probabilities, without replacement (Cai et al. 2019, 3.2). */
export function drawPairs(layout: ChoiceLayout, probabilities: ArrayLike<number>, rng: Rng): PathPairs {
  const places: number[] = [];
  const choices = layout.choices.map(({ param, values }, choice) => {
    const start = layout.offset(choice);
    const left = values.map((_, i) => i);
    const pair: number[] = [];
    while (pair.length < 2 && left.length > 0) {
      const weights = left.map((i) => probabilities[start + i] as number);
      const [taken] = left.splice(weightedIndex(weights, rng.next()), 1) as [number];
      pair.push(taken);
    }
    // In the order of the values, so that a place does not say which was drawn first.
    pair.sort((a, b) => a - b);
    places.push(...pair.map((i) => start + i));
    return { param, values: values.filter((_, i) => pair.includes(i)) };
  });
  return { layout: choiceLayout(choices), places };
}

/**
 * Shifts the logits of each pair by so much that its probability is what it was `before`: what a pair learnt says nothing of
 * the options that were not drawn (Cai et al. 2019, 3.2.1). In place.
 */
export function keepPairMass({ layout, places }: PathPairs, logits: Float64Array, before: ArrayLike<number>): void {
  layout.choices.forEach(({ values }, choice) => {
    const own = places.slice(layout.offset(choice), layout.offset(choice) + values.length);
    const shift = logOfSum(own.map((place) => before[place] as number)) - logOfSum(own.map((i) => logits[i] as number));
    for (const place of own) logits[place] = (logits[place] as number) + shift;
  });
}

function logOfSum(logits: readonly number[]): number {
  const largest = Math.max(...logits);
  return largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}
