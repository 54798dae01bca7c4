import { type ChartFilter, compareResults, type Direction, type HistoryColumns, type TrialResult } from '@cambium/core';
import { largestTriangleThreeBuckets } from './lttb.js';
import { matchesChart } from './matches-chart.js';

export interface HistoryChart {
  readonly number: number[];
  readonly value: number[];
  /** The step at which each was to end. */
  readonly steps: number[];
  /** The value of the ledger's best trial up to and including this one, by number; null before the first. */
  readonly best: (number | null)[];
  /** The step at which that one was to end. */
  readonly bestSteps: (number | null)[];
  readonly state: string[];
  readonly totalCount: number;
}

export interface HistorySample {
  readonly maxPoints: number;
  readonly filter?: ChartFilter;
  /** Numbers of trials that are in the sample when they match. */
  readonly keep?: readonly number[];
  /** Numbers of those on the Pareto front; needed by a filter that asks for them. */
  readonly front?: ReadonlySet<number>;
}

/** What says which trial is the better one. */
export interface HistoryGoal {
  readonly direction: Direction;
  readonly maxStep: number;
}

/**
 * The optimisation history of the trials that match, with at most `maxPoints` points. `best` is computed before filtering
 * and sampling, and every trial that improved on all before it is kept (the newest of them when there are more than fit),
 * so that the line of the best is exact.
 */
export function historyChart(
  history: HistoryColumns,
  { direction, maxStep }: HistoryGoal,
  { maxPoints, filter = {}, keep = [], front }: HistorySample,
): HistoryChart {
  const { number, value, state, candidate } = history;
  const steps = history.fidelity.map((fidelity) => fidelity ?? maxStep);
  const best: (TrialResult | null)[] = [];
  const improvements: number[] = [];
  for (const i of number.keys()) {
    const before = best.at(-1) ?? null;
    const result = { value: value[i] as number, steps: steps[i] as number };
    const improves = candidate[i] === true && (before === null || compareResults(result, before, direction) < 0);
    if (improves) improvements.push(i);
    best.push(improves ? result : before);
  }
  const matching = [...number.keys()].filter((i) =>
    matchesChart(filter, { number: number[i] as number, state: state[i] as string }, front),
  );
  const kept = sample(history, matching, { improvements: new Set(improvements), keep: new Set(keep), maxPoints });
  return {
    number: kept.map((i) => number[i] as number),
    value: kept.map((i) => value[i] as number),
    steps: kept.map((i) => steps[i] as number),
    best: kept.map((i) => best[i]?.value ?? null),
    bestSteps: kept.map((i) => best[i]?.steps ?? null),
    state: kept.map((i) => state[i] as string),
    totalCount: matching.length,
  };
}

function sample(
  { number, value }: HistoryColumns,
  matching: readonly number[],
  { improvements, keep, maxPoints }: { improvements: Set<number>; keep: Set<number>; maxPoints: number },
): readonly number[] {
  if (matching.length <= maxPoints) return matching;
  const chosen = matching.filter((i) => keep.has(number[i] as number)).slice(0, Math.floor(maxPoints / 4));
  const best = matching.filter((i) => improvements.has(i)).slice(-Math.floor(maxPoints / 2));
  const always = new Set([...chosen, ...best]);
  const rest = matching.filter((i) => !always.has(i));
  const pick = largestTriangleThreeBuckets(
    rest.map((i) => number[i] as number),
    rest.map((i) => value[i] as number),
    maxPoints - always.size,
  );
  return [...always, ...pick.map((i) => rest[i] as number)].sort((a, b) => a - b);
}
