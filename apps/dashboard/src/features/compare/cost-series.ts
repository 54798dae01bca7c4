import { type ChartAxis, type ChartSeries, lineColor } from '@cambium/ui';
import type { CostAxis } from './compare-state.js';
import type { CostHistory } from './equal-cost.js';
import type { Goal } from './same-goal.js';

export interface ComparedLine {
  readonly id: string;
  readonly label: string;
  readonly costHistory: CostHistory;
}

export interface CostChart {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
}

export interface CostChartOptions {
  readonly by: CostAxis;
  readonly goal: Goal;
  /** Device seconds at which the searches are compared: drawn upright. null: none yet. */
  readonly equalSeconds: number | null;
}

/** The best so far of each experiment as a line of steps, from its first value to now. Its colour is that of its place. */
export function costChart(lines: readonly ComparedLine[], { by, goal, equalSeconds }: CostChartOptions): CostChart {
  const { unit, seconds } = timeUnit(Math.max(0, ...lines.map(({ costHistory }) => costHistory.seconds.at(-1) ?? 0)));
  const series = lines.flatMap(({ id, label, costHistory }, place): ChartSeries[] => {
    const at = costHistory[by];
    // Of rows at the same place the last one counts.
    const rows = [...at.keys()].filter((row) => costHistory.best[row] !== null && at[row] !== at[row + 1]);
    if (rows.length === 0) return [];
    return [
      {
        id,
        label,
        x: rows.map((row) => (at[row] ?? 0) / (by === 'seconds' ? seconds : 1)),
        y: rows.map((row) => costHistory.best[row] ?? null),
        mark: 'steps',
        color: lineColor(place),
      },
    ];
  });
  const better = goal.direction === 'minimize' ? 'lower' : 'higher';
  const { least, greatest } = span(series.flatMap(({ y }) => y));
  const log = least > 0 && greatest / least >= wide;
  if (by === 'seconds' && equalSeconds !== null && series.length > 0) {
    const x = equalSeconds / seconds;
    const look = { mark: 'line', color: '--cambium-quiet', guide: true } as const;
    series.unshift({ ...look, id: 'equal cost', label: 'equal cost', x: [x, x], y: [least, greatest] });
  }
  return {
    x: by === 'seconds' ? { label: 'Device time', unit, continuous: true } : { label: 'Trials' },
    y: { label: `${goal.metric}, ${better} is better`, unit: goal.unit, ...(log ? { log } : {}) },
    series,
  };
}

/** The unit in which so many seconds are a number that people read, and its length in seconds. */
function timeUnit(longest: number): { readonly unit: string; readonly seconds: number } {
  if (longest < 180) return { unit: 's', seconds: 1 };
  return longest < 3 * 3600 ? { unit: 'min', seconds: 60 } : { unit: 'h', seconds: 3600 };
}

/** Values above 0 that differ by this factor would crowd at one end of a linear axis. */
const wide = 100;

function span(values: readonly (number | null)[]): { readonly least: number; readonly greatest: number } {
  const numbers = values.filter((value) => value !== null);
  return { least: Math.min(...numbers), greatest: Math.max(...numbers) };
}

/** Their names, each once: of equal ones the second is `name (2)`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((each) => each === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
