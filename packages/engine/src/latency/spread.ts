/** The middle of some times and how far they scatter, in their unit. */
export interface Spread {
  readonly median: number;
  /** Third quartile minus first. */
  readonly interquartileRange: number;
}

/** Quartiles are interpolated between neighbours (Hyndman and Fan's definition 7). Of at least one number. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
  };
  return { median: quantile(0.5), interquartileRange: quantile(0.75) - quantile(0.25) };
}
