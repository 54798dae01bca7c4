import type { ModelAxis } from './model-axes.js';

/** The part of the unit cube in which the acquisition is maximised. */
export interface SearchRegion {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The middle of a local region: most of its candidates differ from it in some coordinates only. */
  readonly center?: Float64Array;
}

export function wholeSpace(dimensions: number): SearchRegion {
  return { lower: new Float64Array(dimensions), upper: new Float64Array(dimensions).fill(1) };
}

export interface LocalRegionSettings {
  readonly center: Float64Array;
  readonly axes: readonly ModelAxis[];
  /** By length scale. */
  readonly inverseSquaredLengths: Float64Array;
  /** Geometric mean of the sides, as a share of the range. */
  readonly length: number;
}

/** A box around `center`, long where the model's length scales are (Eriksson et al. 2019, §2). Choices are not restricted. */
export function localRegion({ center, axes, inverseSquaredLengths, length }: LocalRegionSettings): SearchRegion {
  const numbers = axes.filter(({ kind }) => kind !== 'choice');
  // `!` here and below: there is a number for each axis.
  const logMean =
    numbers.reduce((sum, { scale }) => sum - 0.5 * Math.log(inverseSquaredLengths[scale]!), 0) / numbers.length;
  const half = axes.map(({ kind, scale }) =>
    kind === 'choice' ? 1 : (length / 2) * Math.exp(-0.5 * Math.log(inverseSquaredLengths[scale]!) - logMean),
  );
  return {
    center,
    lower: center.map((unit, i) => Math.max(0, unit - half[i]!)),
    upper: center.map((unit, i) => Math.min(1, unit + half[i]!)),
  };
}
