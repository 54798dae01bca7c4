import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { ChartAxis } from './chart-series.js';
import { type HistoryColumns, historySeries } from './history-series.js';
import { LineChart } from './line-chart.js';

export interface HistoryChartProps {
  readonly history: HistoryColumns;
  /** Trials that have a value, drawn or not. */
  readonly totalCount: number;
  readonly y: ChartAxis;
  readonly selected: readonly number[];
  readonly onSelect: (trialNumber: number) => void;
  readonly empty?: ReactNode;
  readonly height?: number;
}

/** The first objective by trial number, and the best so far. A click selects the trial. */
export function HistoryChart(props: HistoryChartProps): ReactElement {
  const { history, totalCount, y, selected, onSelect, empty, height } = props;
  const series = useMemo(() => historySeries(history, selected), [history, selected]);
  return (
    <LineChart
      title="Optimisation history"
      x={{ label: 'Trial' }}
      y={y}
      series={series}
      sample={{ shown: history.number.length, total: totalCount, noun: 'trials' }}
      empty={empty}
      onPick={(_, number) => onSelect(number)}
      {...(height === undefined ? {} : { height })}
    />
  );
}
