/** Losses of one trial by step, from step 1; null where nothing finite was reported. */
export type Curve = readonly (number | null)[];

/** The curve with one step set; steps in between that were not reported are null. */
export function withStep(curve: Curve, step: number, loss: number | null): Curve {
  const next: (number | null)[] = Array.from({ length: Math.max(curve.length, step) }, (_, i) => curve[i] ?? null);
  next[step - 1] = loss;
  return next;
}

/** The smallest loss up to and including `step`; Infinity when none was finite. */
export function bestUntil(curve: Curve, step: number): number {
  return curve.slice(0, step).reduce<number>((best, loss) => Math.min(best, loss ?? Infinity), Infinity);
}

/** The middle value, or the mean of the two middle ones; undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/** Keeps the `limit` entries with the highest trial numbers. */
export function newest<T>(byTrial: Readonly<Record<string, T>>, limit: number): Readonly<Record<string, T>> {
  const entries = Object.entries(byTrial);
  if (entries.length <= limit) return byTrial;
  return Object.fromEntries(entries.sort(([a], [b]) => Number(a) - Number(b)).slice(-limit));
}
