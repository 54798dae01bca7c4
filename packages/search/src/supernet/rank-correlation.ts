import type { Params } from '@cambium/core';
import { type KendallEstimate, kendallEstimate } from '../math/kendall-tau.js';

export interface JudgedTrial {
  readonly number: number;
  readonly params: Params;
  /** One per objective; null when not measured. */
  readonly values: readonly number[] | null;
  /** null, or absent, for one that was trained from scratch. */
  readonly mode?: string | null;
}

export interface RankCorrelation extends KendallEstimate {
  /** How many were judged both ways. */
  readonly networks: number;
}

/** With fewer there is one pair, or none: nothing to be said of an order. */
const fewest = 3;

/**
 * How alike shared weights and a training from scratch rank the networks that have both scores by the first objective: each
 * trial from scratch with the newest judgement before it of the same params. Those that a search trains are its best by
 * shared weights, which are harder to tell apart than random ones. Undefined: of fewer than three, or none differ.
 */
export function rankCorrelation(trials: readonly JudgedTrial[]): RankCorrelation | undefined {
  const judged = new Map<string, number>();
  const pairs: { shared: number; own: number }[] = [];
  for (const { mode, params, values } of [...trials].sort((a, b) => a.number - b.number)) {
    const value = values?.[0];
    if (value === undefined || !Number.isFinite(value)) continue;
    if (mode === 'shared-weights') judged.set(keyOf(params), value);
    const shared = judged.get(keyOf(params));
    if ((mode === null || mode === undefined) && shared !== undefined) pairs.push({ shared, own: value });
  }
  if (pairs.length < fewest) return undefined;
  const estimate = kendallEstimate(
    pairs.map(({ shared }) => shared),
    pairs.map(({ own }) => own),
  );
  return Number.isNaN(estimate.tau) ? undefined : { networks: pairs.length, ...estimate };
}

function keyOf(params: Params): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
