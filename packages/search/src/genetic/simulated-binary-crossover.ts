import type { Rng } from '@cambium/core';

/** Parents nearer than this have no spread to draw a child from. */
const nearest = 1e-14;

/**
 * One of the two children of `a` and `b`, all in [0, 1]: simulated binary crossover (Deb and Agrawal 1995) in the form
 * that respects bounds. A higher distribution index `eta` keeps children nearer to their parents.
 */
export function simulatedBinaryCrossover([a, b]: readonly [number, number], eta: number, rng: Rng): number {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const distance = high - low;
  const lower = rng.next() < 0.5;
  const draw = rng.next();
  if (distance < nearest) return lower ? a : b;
  // How far the bound on the child's side is, in units of half the parents' distance, bounds the spread factor β.
  const room = 1 + (2 * (lower ? low : 1 - high)) / distance;
  const alpha = 2 - room ** -(eta + 1);
  const beta = (draw <= 1 / alpha ? draw * alpha : 1 / (2 - draw * alpha)) ** (1 / (eta + 1));
  const child = (low + high + (lower ? -beta : beta) * distance) / 2;
  return Math.min(1, Math.max(0, child));
}
