import type { ChartFilter, Direction, HistoryColumns } from '@cambium/core';
import { largestTriangleThreeBuckets } from './lttb.js';

export interface HistoryChart {
  readonly number: number[];
  readonly value: number[];
  /** The best value of complete trials without a broken constraint, up to and including this one; null before the first. */
  readonly best: (number | null)[];
  readonly state: string[];
  readonly totalCount: number;
}

export interface HistorySample {
  readonly maxPoints: number;
  readonly filter?: ChartFilter;
  /** Numbers of trials that are in the sample when they match. */
  readonly keep?: readonly number[];
}

/**
 * The optimisation history of the trials that match, with at most `maxPoints` points. `best` is computed before filtering
 * and sampling, and every trial that improved on all before it is kept (the newest of them when there are more than fit),
 * so that the line of the best is exact.
 */
export function historyChart(
  history: HistoryColumns,
  direction: Direction,
  { maxPoints, filter = {}, keep = [] }: HistorySample,
): HistoryChart {
  const { number, value, state, feasible } = history;
  const best: (number | null)[] = [];
  const improvements: number[] = [];
  for (const [i, current] of value.entries()) {
    const before = best.at(-1) ?? null;
    const improves = before === null || (direction === 'maximize' ? current > before : current < before);
    const counts = improves && state[i] === 'complete' && feasible[i] === true;
    if (counts) improvements.push(i);
    best.push(counts ? current : before);
  }
  const matching = [...number.keys()].filter((i) => matches(filter, number[i] as number, state[i] as string));
  const kept = sample(history, matching, { improvements: new Set(improvements), keep: new Set(keep), maxPoints });
  return {
    number: kept.map((i) => number[i] as number),
    value: kept.map((i) => value[i] as number),
    best: kept.map((i) => best[i] ?? null),
    state: kept.map((i) => state[i] as string),
    totalCount: matching.length,
  };
}

function matches({ stateIn, number: range }: ChartFilter, number: number, state: string): boolean {
  if (stateIn !== undefined && !stateIn.some((each) => each === state)) return false;
  return number >= (range?.min ?? 0) && number <= (range?.max ?? Number.POSITIVE_INFINITY);
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
