/**
 * Weights of a Gaussian on whole pixels, from the middle outwards up to 3 deviations: those of both sides sum to 2¹⁶. Whole
 * numbers, so that they are the same on every machine.
 */
export function gaussianWeights(deviation: number): number[] {
  const radius = Math.ceil(3 * deviation);
  const heights = Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * deviation * deviation)));
  const sum = heights.reduce((total, height, i) => total + (i === 0 ? height : 2 * height), 0);
  const outer = heights.slice(1).map((height) => Math.round((65_536 * height) / sum));
  return [65_536 - 2 * outer.reduce((total, weight) => total + weight, 0), ...outer];
}
