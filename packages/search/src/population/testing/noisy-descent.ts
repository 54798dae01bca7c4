import type { FinishedTrial, PendingTrial } from '@cambium/core';

/**
 * The expected loss of gradient descent on x²/2 with noisy gradients, scaled so that it is 1 at the start: a step multiplies
 * it by (1 − rate)² and adds rate²/4. No constant rate is good: a high one ends in the noise, a low one is slow; the best rate
 * falls with the loss.
 */
function descend(loss: number, rate: number, steps: number): number {
  let current = loss;
  for (let step = 0; step < steps; step++) current = (1 - rate) ** 2 * current + rate ** 2 / 4;
  return current;
}

/** The least loss after as many steps at one rate, of rates in thousandths. */
export function bestConstantDescent(steps: number): number {
  return Math.min(...Array.from({ length: 999 }, (_, i) => descend(1, (i + 1) / 1000, steps)));
}

/** Ends trials with the rate `hp.rate`, going on from the loss of their parents: each such function trains one search. */
export function noisyDescent(maxStep: number): (trial: PendingTrial) => FinishedTrial {
  const ends = new Map<number, { readonly loss: number; readonly step: number }>();
  return (trial) => {
    const { number, params, fidelity = maxStep, parent } = trial;
    const from = (parent === undefined ? undefined : ends.get(parent)) ?? { loss: 1, step: 0 };
    const loss = descend(from.loss, Number(params['hp.rate']), fidelity - from.step);
    ends.set(number, { loss, step: fidelity });
    return { ...trial, state: 'complete', values: [loss], metrics: {}, lastStep: fidelity, violation: 0 };
  };
}
