import type { Direction } from '../values/metrics.js';

/** What a trial came to. */
export interface TrialResult {
  /** Of the first objective. */
  readonly value: number;
  /** The step at which the trial was to end: its fidelity, or the experiment's `maxStep`. */
  readonly steps: number;
}

/**
 * Negative when `a` is better: more steps first (a value after fewer steps is no match for one after all of them), then
 * the value. The rule of the ledger's best trial, and of every chart that shows the best.
 */
export function compareResults(a: TrialResult, b: TrialResult, direction: Direction): number {
  if (a.steps !== b.steps) return b.steps - a.steps;
  return direction === 'maximize' ? b.value - a.value : a.value - b.value;
}
