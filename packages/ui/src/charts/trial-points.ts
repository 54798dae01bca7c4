import type { ChartSeries } from './chart-series.js';

/** A trial as a point of a chart. */
export interface TrialPoint {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

const namePrefix = 'Trial ';

/** The points of a series, each with its trial's name. */
export function trialPoints(points: readonly TrialPoint[]): Pick<ChartSeries, 'x' | 'y' | 'names'> {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.number - b.number);
  return {
    x: sorted.map(({ x }) => x),
    y: sorted.map(({ y }) => y),
    names: sorted.map(({ number }) => `${namePrefix}${number}`),
  };
}

/** The number of a point's trial. */
export function trialOf(series: ChartSeries, index: number): number | null {
  const number = Number(series.names?.[index]?.slice(namePrefix.length));
  return Number.isInteger(number) ? number : null;
}
