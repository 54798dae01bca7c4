import { baselineColor, baselineLabel } from './baseline-looks.js';
import type { ChartSeries } from './chart-series.js';

/** Rows belong together by index, by trial number. */
export interface HistoryColumns {
  readonly number: readonly number[];
  readonly value: readonly number[];
  /** The step at which each was to end. */
  readonly steps: readonly number[];
  /** Of the trial that was the best then; null before the first that can be it. */
  readonly best: readonly (number | null)[];
  readonly state: readonly string[];
}

/** What a search of augmentation policies is compared with, in the first objective. */
export interface BaselineValue {
  /** Name of a published policy. */
  readonly policy: string;
  readonly value: number;
}

interface HistoryOptions {
  readonly selected: readonly number[];
  readonly maxStep: number;
  readonly baselines?: readonly BaselineValue[];
}

interface HistoryRow {
  readonly number: number;
  readonly value: number | null;
  readonly state: string | undefined;
  /** Whether it was to end before the last step. */
  readonly isPart: boolean;
}

/** Values after fewer steps are no match for those after all of them: they look different. */
const groups = [
  { id: 'complete', label: 'complete', color: '--cambium-complete', has: (r) => r.state === 'complete' && !r.isPart },
  {
    id: 'part',
    label: 'complete at fewer steps',
    color: '--cambium-complete',
    hollow: true,
    has: (r) => r.state === 'complete' && r.isPart,
  },
  { id: 'pruned', label: 'pruned', color: '--cambium-pruned', has: (r) => r.state === 'pruned' },
] as const satisfies readonly (Pick<ChartSeries, 'id' | 'label' | 'color' | 'hollow'> & {
  has: (row: HistoryRow) => boolean;
})[];

/** Points of each group, the best so far as steps, baselines across, and rings around the selected trials. */
export function historySeries(
  history: HistoryColumns,
  { selected, maxStep, baselines = [] }: HistoryOptions,
): ChartSeries[] {
  const rows = history.number.map(
    (number, i): HistoryRow => ({
      number,
      value: history.value[i] ?? null,
      state: history.state[i],
      isPart: (history.steps[i] ?? maxStep) < maxStep,
    }),
  );
  const points = (id: string, own: readonly HistoryRow[]) => ({
    id,
    x: own.map((r) => r.number),
    y: own.map((r) => r.value),
  });
  const series: ChartSeries[] = groups
    .map(({ has, ...look }) => ({ ...look, ...points(look.id, rows.filter(has)), mark: 'points' as const }))
    .filter((each) => each.x.length > 0);
  if (rows.length > 0)
    series.push({
      id: 'best',
      label: 'best so far',
      x: history.number,
      y: history.best,
      mark: 'steps',
      color: '--cambium-running',
    });
  series.push(...baselines.map((baseline, i) => acrossSeries(baseline, i, history.number)));
  const chosen = rows.filter((row) => selected.includes(row.number));
  if (chosen.length > 0)
    series.push({
      ...points('selected', chosen),
      label: 'selected',
      mark: 'points',
      color: '--cambium-failed',
      strong: true,
    });
  return series;
}

/** A line from the first trial to the last; a dot where there is but one. */
function acrossSeries({ policy, value }: BaselineValue, index: number, numbers: readonly number[]): ChartSeries {
  const x = [...new Set([Math.min(0, ...numbers), Math.max(0, ...numbers)])];
  return {
    id: `baseline ${policy}`,
    label: baselineLabel(policy),
    x,
    y: x.map(() => value),
    mark: 'line',
    color: baselineColor(index),
  };
}
