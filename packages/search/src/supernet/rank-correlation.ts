import type { Params } from '@cambium/core';
import { type KendallEstimate, kendallEstimate } from '../math/kendall-tau.js';

export interface JudgedTrial {
  readonly number: number;
  readonly state: string;
  readonly params: Params;
  /** One per objective; null when not measured. */
  readonly values: readonly number[] | null;
  /** null, or absent, for one that was trained from scratch. */
  readonly mode?: string | null;
}

/** The two scores of one network by the first objective, and the numbers of the trials that measured them. */
export interface NetworkScores {
  /** Of the training from scratch. */
  readonly number: number;
  readonly judgedBy: number;
  readonly shared: number;
  readonly standalone: number;
}

export interface RankCorrelation extends KendallEstimate {
  /** How many were judged both ways. */
  readonly networks: number;
  /** False: they are too few for the interval to hold the true τ as often as it says. */
  readonly reliable: boolean;
}

/** With fewer there is one pair, or none: nothing to be said of an order. */
const fewest = 3;

/**
 * Measured on pairs of normal numbers, of a true τ of 0.71 (correlation 0.9) the interval holds 57 % with 4 networks, 87 %
 * with 6 and 98 % with 10; of a true τ of 0.87 (correlation 0.98) 86 % with 8 and 94 % with 10.
 */
const fewestReliable = 10;

/** Each complete trial from scratch with the newest judgement before it of the same params, by number. */
export function networkScores(trials: readonly JudgedTrial[]): NetworkScores[] {
  const judged = new Map<string, { readonly judgedBy: number; readonly shared: number }>();
  const scores: NetworkScores[] = [];
  for (const { number, state, mode, params, values } of [...trials].sort((a, b) => a.number - b.number)) {
    const value = values?.[0];
    if (state !== 'complete' || value === undefined || !Number.isFinite(value)) continue;
    if (mode === 'shared-weights') judged.set(keyOf(params), { judgedBy: number, shared: value });
    const judgement = judged.get(keyOf(params));
    if ((mode === null || mode === undefined) && judgement !== undefined) {
      scores.push({ number, standalone: value, ...judgement });
    }
  }
  return scores;
}

/**
 * How alike shared weights and a training from scratch rank networks. Those that a search trains are its best by shared
 * weights, which are harder to tell apart than random ones. Undefined: of fewer than three, or none differ.
 */
export function rankCorrelation(scores: readonly NetworkScores[]): RankCorrelation | undefined {
  if (scores.length < fewest) return undefined;
  const estimate = kendallEstimate(
    scores.map(({ shared }) => shared),
    scores.map(({ standalone }) => standalone),
  );
  const { length: networks } = scores;
  return Number.isNaN(estimate.tau) ? undefined : { networks, reliable: networks >= fewestReliable, ...estimate };
}

function keyOf(params: Params): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
