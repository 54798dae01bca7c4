import type { Direction, HistoryColumns } from '@cambium/core';
import { largestTriangleThreeBuckets } from './lttb.js';

export interface HistoryChart {
  readonly number: number[];
  readonly value: number[];
  /** The best value of complete trials without a broken constraint, up to and including this one; null before the first. */
  readonly best: (number | null)[];
  readonly state: string[];
  readonly totalCount: number;
}

/**
 * The optimisation history with at most `maxPoints` points. `best` is computed before sampling, and every trial that
 * improved on all before it is kept (the newest of them when there are more than fit), so that the line of the best is exact.
 */
export function historyChart(history: HistoryColumns, direction: Direction, maxPoints: number): HistoryChart {
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
  const kept = sample(number, value, { improvements, maxPoints });
  return {
    number: kept.map((i) => number[i] as number),
    value: kept.map((i) => value[i] as number),
    best: kept.map((i) => best[i] ?? null),
    state: kept.map((i) => state[i] as string),
    totalCount: number.length,
  };
}

function sample(
  x: readonly number[],
  y: readonly number[],
  { improvements, maxPoints }: { improvements: readonly number[]; maxPoints: number },
): number[] {
  if (x.length <= maxPoints) return x.map((_, i) => i);
  const always = new Set(improvements.slice(-Math.floor(maxPoints / 2)));
  const rest = x.map((_, i) => i).filter((i) => !always.has(i));
  const pick = largestTriangleThreeBuckets(
    rest.map((i) => x[i] as number),
    rest.map((i) => y[i] as number),
    maxPoints - always.size,
  );
  return [...always, ...pick.map((i) => rest[i] as number)].sort((a, b) => a - b);
}
