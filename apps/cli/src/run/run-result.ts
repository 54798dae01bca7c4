import type { Metrics, Objective, Params, TrialCounts } from '@cambium/core';
import { compareValues } from '@cambium/experiments';
import { networkScores, type RankCorrelation, rankCorrelation } from '@cambium/search';
import { type LineageStep, type RelatedTrial, winnerLineage } from './winner-lineage.js';

/** One trial in a result. */
export interface ResultTrial {
  readonly number: number;
  readonly state: string;
  readonly params: Params;
  /** One per objective; null when not measured. */
  readonly values: readonly number[] | null;
  readonly metrics: Metrics;
  /** null for an ordinary trial; `final` for a retrained winner. */
  readonly mode: string | null;
}

/** What `cambium run` prints as its last line, as JSON. */
export interface RunResult {
  readonly state: string;
  /** From the command's start to its end. */
  readonly wallMs: number;
  /** What attempts of the search's trials took on devices, all together. */
  readonly deviceSeconds: number;
  /** Trials of the search, by state; final trials are not counted. */
  readonly counts: TrialCounts;
  /** With one objective the best trial; with several the Pareto front, best by the first objective first. */
  readonly best: readonly Pick<ResultTrial, 'number' | 'values' | 'params' | 'metrics'>[];
  /** What the first of `best` is built on, oldest first, itself last. Empty without one. */
  readonly lineage: readonly LineageStep[];
  readonly trials: readonly ResultTrial[];
  /** Where at least three networks were judged by shared weights and then trained from scratch. */
  readonly sharedWeights?: RankCorrelation;
}

/** `front`: numbers of the trials on the Pareto front; with one objective that is the best trial. */
export function runResult(
  run: Pick<RunResult, 'state' | 'wallMs' | 'deviceSeconds' | 'counts'> & { readonly objectives: readonly Objective[] },
  trials: readonly (ResultTrial & RelatedTrial)[],
  front: ReadonlySet<number>,
): RunResult {
  const best = trials
    .filter(({ number }) => front.has(number))
    .sort((a, b) => compareValues(a.values ?? [], b.values ?? [], run.objectives));
  const sharedWeights = rankCorrelation(networkScores(trials));
  return {
    state: run.state,
    wallMs: Math.round(run.wallMs),
    deviceSeconds: run.deviceSeconds,
    counts: run.counts,
    best: best.map(({ number, values, params, metrics }) => ({ number, values, params, metrics })),
    lineage: best[0] === undefined ? [] : winnerLineage(trials, best[0].number),
    trials: trials.map(({ number, state, params, values, metrics, mode }) => ({
      number,
      state,
      params,
      values,
      metrics,
      mode,
    })),
    ...(sharedWeights === undefined ? {} : { sharedWeights }),
  };
}
