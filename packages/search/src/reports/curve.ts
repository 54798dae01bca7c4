/** Losses of one trial by step, from step 1; null where nothing finite was reported. */
export type Curve = readonly (number | null)[];

/** The curve with one step set; steps in between that were not reported are null. */
export function withStep(curve: Curve, step: number, loss: number | null): Curve {
  const next: (number | null)[] = Array.from({ length: Math.max(curve.length, step) }, (_, i) => curve[i] ?? null);
  next[step - 1] = loss;
  return next;
}

/** The smallest loss after step `from` and up to and including step `to`; Infinity when none was finite. */
export function bestBetween(curve: Curve, from: number, to: number): number {
  return curve.slice(Math.max(0, from), to).reduce<number>((best, loss) => Math.min(best, loss ?? Infinity), Infinity);
}
