import type { Rng } from '@cambium/core';

/** A choice by Gumbel's trick: what was drawn, and the noise that made it. */
export interface DrawnChoice {
  readonly index: number;
  /** log p + a standard Gumbel draw, for each option; the largest is the one that was drawn. */
  readonly noisy: Float64Array;
}

export function softmax(logits: ArrayLike<number>): Float64Array {
  // Loops: this runs for each image of each step.
  const shares = new Float64Array(logits.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < shares.length; i++) most = Math.max(most, logits[i] as number);
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i] = Math.exp((logits[i] as number) - most);
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] as number) / total;
  return shares;
}

/** An option with its softmax probability (Maddison et al. 2014). */
export function drawChoice(logits: ArrayLike<number>, rng: Rng): DrawnChoice {
  const noisy = softmax(logits).map((p) => Math.log(p) + gumbel(rng));
  const index = noisy.reduce((best, value, i) => (value > (noisy[best] as number) ? i : best), 0);
  return { index, noisy };
}

/** Of a uniform draw that is never 0 nor 1. */
function gumbel(rng: Rng): number {
  return -Math.log(-Math.log(rng.next() + 2 ** -33));
}
