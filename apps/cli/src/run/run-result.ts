import type { Metrics, Params, TrialCounts } from '@cambium/core';

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
  /** Trials of the search, by state; final trials are not counted. */
  readonly counts: TrialCounts;
  readonly best: readonly Pick<ResultTrial, 'number' | 'values' | 'params' | 'metrics'>[];
  readonly trials: readonly ResultTrial[];
}

/** `bestNumbers`: one for a single objective, the Pareto front for several. */
export function runResult(
  run: { state: string; wallMs: number; counts: TrialCounts },
  trials: readonly ResultTrial[],
  bestNumbers: readonly number[],
): RunResult {
  const best = bestNumbers.flatMap((number) => trials.filter((trial) => trial.number === number));
  return {
    state: run.state,
    wallMs: Math.round(run.wallMs),
    counts: run.counts,
    best: best.map(({ number, values, params, metrics }) => ({ number, values, params, metrics })),
    trials: trials.map(({ number, state, params, values, metrics, mode }) => ({
      number,
      state,
      params,
      values,
      metrics,
      mode,
    })),
  };
}
