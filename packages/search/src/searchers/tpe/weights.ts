/** How many of `count` finished trials are called good: a tenth, rounded up; 25 at most where there is one objective. */
export function goodCount(count: number, severalObjectives = false): number {
  const tenth = Math.ceil(0.1 * count);
  return severalObjectives ? tenth : Math.min(tenth, 25);
}

/** Full weight for this many newest observations. */
const recent = 25;

/** Unnormalised weights in the order of age: the last 25 weigh 1, older ones rise linearly from 1/n. */
export function ageWeights(count: number): Float64Array {
  const old = Math.max(0, count - recent);
  const rise = old < 2 ? 0 : (1 - 1 / count) / (old - 1);
  const weights = new Float64Array(count).fill(1);
  for (let age = 0; age < old; age++) weights[age] = 1 / count + rise * age;
  return weights;
}

/**
 * Unnormalised weights from the best to the worst of `count` good trials, 1 in the mean: log(n + 1) − log(rank), which is how
 * CMA-ES weighs the parents (Hansen, The CMA Evolution Strategy: A Tutorial, eq. 49).
 */
export function rankWeights(count: number): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, place) => Math.log((count + 1) / (place + 1)));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count;
  return weights.map((weight) => weight / mean);
}

export function equalWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1);
}

/** Weights of the observations and, last, of the prior, which weighs 1; they sum to 1. */
export function withPrior(weights: Float64Array): Float64Array {
  const all = new Float64Array(weights.length + 1).fill(1);
  all.set(weights);
  let total = 0;
  for (let i = 0; i < all.length; i++) total += all[i]!; // `!`: the index stays within the array.
  for (let i = 0; i < all.length; i++) all[i]! /= total;
  return all;
}
