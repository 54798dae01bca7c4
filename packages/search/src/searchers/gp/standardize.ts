export interface Standardized {
  readonly values: Float64Array;
  readonly mean: number;
  /** Standard deviation; 1 where all values are equal. */
  readonly deviation: number;
}

/** Fine enough for any model, coarse enough to hide the rounding errors of another unit. */
const grain = 2 ** -32;

/**
 * Mean 0 and standard deviation 1. Rounded, so that values in another unit, or from another zero, give the very same
 * numbers, and a search the very same suggestions.
 */
export function standardize(values: readonly number[]): Standardized {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // In units of the largest: squares of very large and very small values are no numbers.
  const shares = values.map((value) => (largest === 0 ? 0 : value / largest));
  const mean = average(shares);
  const deviation = Math.sqrt(average(shares.map((share) => (share - mean) ** 2)));
  if (!(deviation > 1e-12)) return { values: new Float64Array(values.length), mean: mean * largest, deviation: 1 };
  const rounded = shares.map((share) => Math.round((share - mean) / deviation / grain) * grain);
  return { values: Float64Array.from(rounded), mean: mean * largest, deviation: deviation * largest };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
