import type { FinishedTrial, Objective, Params } from '@cambium/core';
import { lossVector } from '../history/loss-vector.js';

/** A finished trial that may have children. */
export interface Individual {
  readonly number: number;
  readonly params: Params;
  /** One per objective, less is better, all finite. */
  readonly losses: readonly number[];
  readonly tier: Tier;
}

/**
 * What goes before the losses: trials that hold all constraints come before those that do not, and there the smaller
 * violation (Deb et al. 2002, §VI); complete ones come before pruned ones, and there the one that got further.
 */
export type Tier = readonly [kind: 0 | 1 | 2, within: number];

/** Undefined for a trial without finite values: nothing can be learnt from it but that it was tried. */
export function toIndividual(trial: FinishedTrial, objectives: readonly Objective[]): Individual | undefined {
  const { number, params, state, lastStep, violation } = trial;
  if (state !== 'complete' && state !== 'pruned') return undefined;
  const losses = lossVector(trial.values, objectives);
  if (losses === undefined) return undefined;
  const tier: Tier = violation > 0 ? [2, violation] : state === 'complete' ? [0, 0] : [1, -lastStep];
  return { number, params, losses, tier };
}

/** Negative when `a` comes first. */
export function compareTiers(a: Tier, b: Tier): number {
  return a[0] - b[0] || a[1] - b[1];
}
