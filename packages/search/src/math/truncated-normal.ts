import { inverseLogCumulative, logCumulative, logDensity, lowerCumulative } from './normal-distribution.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { abs, exp, log, log1p, max, min } = Math;

/** Φ(−9) is 1e-19: below, nothing is left that would change a sum with 1. */
const tail = -9;

/** log(Φ(b) − Φ(a)) for a < b, without cancellation in either tail. */
export function logMass(a: number, b: number): number {
  if (a > 0) return logMass(-b, -a);
  if (b > 0) {
    const outside = (a < tail ? 0 : lowerCumulative(a)) + (-b < tail ? 0 : lowerCumulative(-b));
    return outside === 0 ? 0 : log1p(-outside);
  }
  const mass = lowerCumulative(b) - lowerCumulative(a);
  if (mass > 1e-200) return log(mass);
  const upper = logCumulative(b);
  return upper + log1p(-exp(logCumulative(a) - upper));
}

/**
 * log(Φ(z + d) − Φ(z − d)) for d > 0. A narrow stretch by Taylor's series of the density, Σ d²ᵏ He₂ₖ(z) / (2k + 1)!, whose
 * next term is below 1e-10 there: much faster.
 */
export function logMassAround(z: number, d: number): number {
  if (d * (abs(z) + 3) > 0.5) return logMass(z - d, z + d);
  const y = z * z;
  const s = d * d;
  const he4 = y * (y - 6) + 3;
  const he6 = y * (y * (y - 15) + 45) - 15;
  const he8 = y * (y * (y * (y - 28) + 210) - 420) + 105;
  const series = 1 + s * ((y - 1) / 6 + s * (he4 / 120 + s * (he6 / 5040 + (s * he8) / 362_880)));
  return log(2 * d * series) + logDensity(z);
}

/** The value below which the share `q` in [0, 1] of a standard normal cut to [a, b] lies. Always in [a, b]. */
export function truncatedQuantile(q: number, a: number, b: number): number {
  // From the side where probabilities are small, so that nothing is lost to 1 − tiny.
  if (a > 0) return -truncatedQuantile(1 - q, -b, -a);
  return min(b, max(a, b > 0 ? aroundZero(q, a, b) : inverseLogCumulative(shareLog(q, a, b))));
}

/** Where a ≤ 0 < b: without logarithms of what is cut off. */
function aroundZero(q: number, a: number, b: number): number {
  const below = a < tail ? 0 : lowerCumulative(a);
  const above = -b < tail ? 0 : lowerCumulative(-b);
  const inside = 1 - below - above;
  const lower = below + q * inside;
  return lower <= 0.5 ? inverseLogCumulative(log(lower)) : -inverseLogCumulative(log(above + (1 - q) * inside));
}

/** log(Φ(a) + q·(Φ(b) − Φ(a))). */
function shareLog(q: number, a: number, b: number): number {
  const [x, y] = [logCumulative(a), log(q) + logMass(a, b)];
  const [large, small] = x > y ? [x, y] : [y, x];
  return large === -Infinity ? -Infinity : large + log1p(exp(small - large));
}
