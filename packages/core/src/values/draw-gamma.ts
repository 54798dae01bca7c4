import type { Rng } from './rng.js';

/** Gamma(α, 1) for α > 0 (Marsaglia & Tsang 2000); below 1 through Gamma(α) = Gamma(α + 1) · U^(1/α). */
export function drawGamma(alpha: number, rng: Rng): number {
  if (alpha < 1) return drawGamma(alpha + 1, rng) * rng.next() ** (1 / alpha);
  const d = alpha - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** `count` weights that sum to 1, of Dirichlet(α, …, α): Gamma(α) draws over their sum. */
export function drawDirichlet(count: number, alpha: number, rng: Rng): number[] {
  const draws: number[] = Array.from({ length: count }, () => drawGamma(alpha, rng));
  // For a tiny α all draws can underflow to 0; the distribution is then nearly one of its corners.
  if (count > 0 && Math.max(...draws) === 0) draws[rng.int(count)] = 1;
  const total = draws.reduce((sum, draw) => sum + draw, 0);
  return draws.map((draw) => draw / total);
}

/** Beta(α, α). */
export function drawBeta(alpha: number, rng: Rng): number {
  return drawDirichlet(2, alpha, rng)[0] as number;
}
