import type { TrialState } from '@cambium/core';
import type { ChartSeries } from './chart-series.js';

/** Rows belong together by index, by trial number. */
export interface HistoryColumns {
  readonly number: readonly number[];
  readonly value: readonly number[];
  /** null before the first trial that can be the best. */
  readonly best: readonly (number | null)[];
  readonly state: readonly string[];
}

const pointStates: readonly TrialState[] = ['complete', 'pruned'];

/** Points of each state, the best so far as steps, and rings around the selected trials. */
export function historySeries(history: HistoryColumns, selected: readonly number[]): ChartSeries[] {
  const rows = history.number.map((number, i) => ({
    number,
    value: history.value[i] ?? null,
    state: history.state[i],
  }));
  const points = (id: string, own: typeof rows) => ({ id, x: own.map((r) => r.number), y: own.map((r) => r.value) });
  const series: ChartSeries[] = pointStates
    .map((state) => ({
      ...points(
        state,
        rows.filter((row) => row.state === state),
      ),
      label: state,
      mark: 'points' as const,
      color: `--cambium-${state}`,
    }))
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
