import { type CostColumns, compareResults, type TrialResult } from '@cambium/core';
import type { HistoryGoal } from './history-columns.js';

export interface CostHistoryChart {
  /** Device seconds that the search had taken. */
  readonly seconds: number[];
  /** Trials of the search that had ended. */
  readonly trials: number[];
  readonly best: (number | null)[];
  readonly bestSteps: (number | null)[];
  readonly number: (number | null)[];
  readonly totalCount: number;
}

interface CostPoint {
  readonly deviceMs: number;
  readonly ended: number;
  /** The best trial so far; null: there is none yet. */
  readonly best: (TrialResult & { readonly number: number }) | null;
}

/**
 * The best so far by device time: a row for each improvement and a last one for now, so that a line of steps is exact. Of
 * more than `maxPoints` every so many are left out: there the line is late, never early.
 */
export function costHistory(
  { number, value, fidelity, deviceMs, ended, total }: CostColumns,
  { direction, maxStep }: HistoryGoal,
  maxPoints: number,
): CostHistoryChart {
  const points: CostPoint[] = [];
  for (const [i, own] of number.entries()) {
    const result = { value: value[i] as number, steps: fidelity[i] ?? maxStep, number: own };
    const before = points.at(-1);
    if (before?.best && compareResults(result, before.best, direction) >= 0) continue;
    // Of trials that ended in the same millisecond only the best is one row.
    if (before?.deviceMs === deviceMs[i] && before?.ended === ended[i]) points.pop();
    points.push({ deviceMs: deviceMs[i] as number, ended: ended[i] as number, best: result });
  }
  const last = points.at(-1);
  if (total.deviceMs !== (last?.deviceMs ?? 0) || total.ended !== (last?.ended ?? 0)) {
    points.push({ ...total, best: last?.best ?? null });
  }
  const shown = thinned(points, maxPoints);
  return {
    seconds: shown.map((point) => point.deviceMs / 1000),
    trials: shown.map((point) => point.ended),
    best: shown.map(({ best }) => best?.value ?? null),
    bestSteps: shown.map(({ best }) => best?.steps ?? null),
    number: shown.map(({ best }) => best?.number ?? null),
    totalCount: points.length,
  };
}

/** At most `count` points, evenly chosen, the first and the last among them. */
function thinned(points: readonly CostPoint[], count: number): readonly CostPoint[] {
  if (points.length <= count) return points;
  const gap = (points.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => points[Math.round(i * gap)] as CostPoint);
}
