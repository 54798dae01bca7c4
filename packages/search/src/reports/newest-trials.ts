/** So many newest trials are remembered by pruners that compare curves: enough for a quantile, and no more JSON. */
export const remembered = 256;

/** Keeps the {@link remembered} entries with the highest trial numbers. */
export function newestTrials<T>(byTrial: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const entries = Object.entries(byTrial);
  if (entries.length <= remembered) return byTrial;
  return Object.fromEntries(entries.sort(([a], [b]) => Number(a) - Number(b)).slice(-remembered));
}
