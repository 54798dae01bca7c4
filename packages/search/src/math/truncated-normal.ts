import { inverseLogCumulative, logCumulative, lowerCumulative } from './normal-distribution.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log, log1p, max, min } = Math;

/** log(Φ(b) − Φ(a)) for a < b, without cancellation in either tail. */
export function logMass(a: number, b: number): number {
  if (a > 0) return logMass(-b, -a);
  if (b > 0) return log1p(-lowerCumulative(a) - lowerCumulative(-b));
  const mass = lowerCumulative(b) - lowerCumulative(a);
  if (mass > 1e-200) return log(mass);
  const upper = logCumulative(b);
  return upper + log1p(-exp(logCumulative(a) - upper));
}

/** The value below which the share `q` in [0, 1] of a standard normal cut to [a, b] lies. Always in [a, b]. */
export function truncatedQuantile(q: number, a: number, b: number): number {
  // From the side where probabilities are small, so that nothing is lost to 1 − tiny.
  if (a > 0) return -truncatedQuantile(1 - q, -b, -a);
  const x = inverseLogCumulative(logAddExp(logCumulative(a), log(q) + logMass(a, b)));
  return min(b, max(a, x));
}

function logAddExp(x: number, y: number): number {
  const [large, small] = x > y ? [x, y] : [y, x];
  return large === -Infinity ? -Infinity : large + log1p(exp(small - large));
}
