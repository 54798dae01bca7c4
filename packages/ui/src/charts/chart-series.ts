/** One set of points. `x` ascending; a null in `y` is a gap. */
export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly mark: 'line' | 'points' | 'steps';
  /** A CSS custom property of tokens.css: `--cambium-running`. */
  readonly color: string;
  /** Drawn heavier, over the others. */
  readonly strong?: boolean;
  /** Drawn thinner and lighter. */
  readonly faint?: boolean;
  /** Points are rings. */
  readonly hollow?: boolean;
}

export interface ChartAxis {
  readonly label: string;
  /** Shown in brackets after the label; empty or `1` for plain numbers. */
  readonly unit?: string;
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

export function axisTitle(axis: ChartAxis): string {
  return axis.unit && axis.unit !== '1' ? `${axis.label} (${axis.unit})` : axis.label;
}

const palette = 8;

/** A colour for the n-th of several lines; repeats after eight. */
export function lineColor(n: number): string {
  return `--cambium-series-${((n % palette) + palette) % palette}`;
}
