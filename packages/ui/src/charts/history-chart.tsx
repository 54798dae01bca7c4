import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { ChartAxis, PlotRange } from './chart-series.js';
import { type BaselineValue, type HistoryColumns, historySeries } from './history-series.js';
import { LineChart } from './line-chart.js';

export interface HistoryChartProps {
  readonly history: HistoryColumns;
  /** Drawn across. */
  readonly baselines?: readonly BaselineValue[];
  /** The step at which a trial ends when nothing ends it earlier. */
  readonly maxStep: number;
  /** Trials that have a value, drawn or not. */
  readonly totalCount: number;
  readonly y: ChartAxis;
  readonly selected: readonly number[];
  readonly onSelect: (trialNumber: number) => void;
  /** First and last trial that are shown, both included; null: all. */
  readonly brush: PlotRange | null;
  readonly onBrush: (brush: PlotRange | null) => void;
  readonly empty?: ReactNode;
  readonly height?: number;
}

/** The first objective by trial number, and the best so far. A click selects a trial, a drag brushes some. */
export function HistoryChart(props: HistoryChartProps): ReactElement {
  const {
    history,
    baselines = noBaselines,
    maxStep,
    totalCount,
    y,
    selected,
    onSelect,
    brush,
    onBrush,
    empty,
    height,
  } = props;
  const series = useMemo(
    () => historySeries(history, { selected, maxStep, baselines }),
    [history, selected, maxStep, baselines],
  );
  const zoom = useMemo(() => brush && { min: brush.min - margin, max: brush.max + margin }, [brush]);
  return (
    <LineChart
      title="Optimisation history"
      x={{ label: 'Trial' }}
      y={y}
      series={series}
      sample={{ shown: history.number.length, total: totalCount, noun: 'trials' }}
      empty={empty}
      onPick={(_, number) => onSelect(number)}
      zoom={zoom}
      onZoom={(range) => {
        const trials = range && trialsWithin(range);
        if (trials || range === null) onBrush(trials);
      }}
      {...(height === undefined ? {} : { height })}
    />
  );
}

const noBaselines: readonly BaselineValue[] = [];

/** So that the outermost trials are not cut in half by the edge, in trials. */
const margin = 0.5;

/** The whole numbers in a range; null when there is none. */
function trialsWithin({ min, max }: PlotRange): PlotRange | null {
  const [first, last] = [Math.max(0, Math.ceil(min)), Math.floor(max)];
  return first <= last ? { min: first, max: last } : null;
}
