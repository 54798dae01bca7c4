import type { Rng } from '@cambium/core';

const logit = (p: number) => Math.log(p / (1 - p));

/** How far something of a probability in (0, 1) happens: a relaxed Bernoulli draw in (0, 1) (Maddison et al. 2017). */
export function relaxedChance(probability: number, temperature: number, rng: Rng): number {
  const noise = logit(rng.next() + 2 ** -33);
  return 1 / (1 + Math.exp(-(logit(probability) + noise) / temperature));
}

/** Its derivative by the probability, where the draw came out as `chance`. */
export function relaxedChanceSlope(chance: number, probability: number, temperature: number): number {
  return (chance * (1 - chance)) / (temperature * probability * (1 - probability));
}
