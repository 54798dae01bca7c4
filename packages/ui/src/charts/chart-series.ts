/** One set of points. `x` ascending, equals one after the other; a null in `y` is a gap. */
export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** `steps` keep a value until the next point, `steps-back` have it since the point before. */
  readonly mark: 'line' | 'points' | 'steps' | 'steps-back';
  /** A CSS custom property of tokens.css: `--cambium-running`. */
  readonly color: string;
  /** Drawn heavier, over the others. */
  readonly strong?: boolean;
  /** Drawn thinner and lighter. */
  readonly faint?: boolean;
  /** Points are rings. */
  readonly hollow?: boolean;
  /** Points are larger than others. */
  readonly large?: boolean;
  /** Dashed, to read the others by: nothing that was measured, so not in the table. */
  readonly guide?: boolean;
  /** What each point is: `trial 7`. */
  readonly names?: readonly string[];
}

export interface ChartAxis {
  readonly label: string;
  /** Shown in brackets after the label; empty or `1` for plain numbers. */
  readonly unit?: string;
  /** Any number may be on it; without it, the x axis names whole numbers only. */
  readonly continuous?: boolean;
  /** Logarithmic: all of its numbers are above 0. */
  readonly log?: boolean;
  /** Of a y axis: shown at least, whatever the data; absent: the data alone. */
  readonly range?: PlotRange;
}

/** A part of an axis, in its unit. */
export interface PlotRange {
  readonly min: number;
  readonly max: number;
}

/** How much of the whole a chart shows. */
export interface ChartSample {
  readonly shown: number;
  readonly total: number;
  /** What is counted: `trials`. */
  readonly noun: string;
}

export function axisTitle({ label, unit, log }: ChartAxis): string {
  const notes = [...(unit && unit !== '1' ? [unit] : []), ...(log ? ['logarithmic'] : [])];
  return notes.length === 0 ? label : `${label} (${notes.join(', ')})`;
}

const palette = 8;

/** A colour for the n-th of several lines; repeats after eight. */
export function lineColor(n: number): string {
  return `--cambium-series-${((n % palette) + palette) % palette}`;
}
