/** How many of `count` finished trials are called good: a tenth, rounded up, 25 at most. */
export function goodCount(count: number): number {
  return Math.min(Math.ceil(0.1 * count), 25);
}

/** Full weight for this many newest observations. */
const recent = 25;

/** Unnormalised weights in the order of age: the last 25 weigh 1, older ones rise linearly from 1/n. */
export function ageWeights(count: number): Float64Array {
  const old = Math.max(0, count - recent);
  const rise = old < 2 ? 0 : (1 - 1 / count) / (old - 1);
  return Float64Array.from({ length: count }, (_, age) => (age < old ? 1 / count + rise * age : 1));
}

/** Weights of `count` observations and, last, of the prior; they sum to 1. */
export function mixtureWeights(count: number): Float64Array {
  const weights = Float64Array.of(...ageWeights(count), 1);
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}
