/** Steps at which the slices of a training end: every `interval` (by default a tenth of them all), and at the last step. */
export function sliceEnds(
  maxStep: number,
  interval = Math.max(1, Math.round(maxStep / 10)),
): readonly [number, ...number[]] {
  const count = Math.ceil(maxStep / interval);
  const [first = maxStep, ...rest] = Array.from({ length: count }, (_, i) => Math.min(maxStep, (i + 1) * interval));
  return [first, ...rest];
}
