import type { Rng } from '@cambium/core';

/**
 * A mutant of `x`, both in [0, 1]: polynomial mutation (Deb and Goyal 1996) in the form that respects bounds. A higher
 * distribution index `eta` keeps mutants nearer.
 */
export function polynomialMutation(x: number, eta: number, rng: Rng): number {
  const draw = rng.next();
  const power = eta + 1;
  const step =
    draw < 0.5
      ? (2 * draw + (1 - 2 * draw) * (1 - x) ** power) ** (1 / power) - 1
      : 1 - (2 * (1 - draw) + (2 * draw - 1) * x ** power) ** (1 / power);
  return Math.min(1, Math.max(0, x + step));
}
