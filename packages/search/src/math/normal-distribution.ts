/**
 * The standard normal distribution, to about 1e-15 relative error, in logarithms also far into the tails, where Φ itself
 * would underflow.
 */

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { abs, exp, expm1, floor, log, log1p, sqrt } = Math;
const rootHalf = Math.SQRT1_2;
const rootHalfPi = sqrt(Math.PI / 2);
const halfLogTwoPi = 0.9189385332046727;

/**
 * P in erfc(z) = t·exp(−z² + P(t)), t = 2 / (2 + z), z ≥ 0, as Chebyshev series on equal pieces of t in [0, 1]: so many that
 * few terms are enough.
 */
const pieces = 16;
const terms = 9;
const coefficients = Float64Array.from({ length: pieces }, (_, piece) => piece).reduce(
  (all, piece) => {
    all.set(fitPiece(piece), piece * terms);
    return all;
  },
  new Float64Array(pieces * terms),
);

/** log φ(x). */
export function logDensity(x: number): number {
  return -0.5 * x * x - halfLogTwoPi;
}

/** Φ(x) for x ≤ 0; 0 below about −38. */
export function lowerCumulative(x: number): number {
  const z = -x * rootHalf;
  const t = 2 / (2 + z);
  return 0.5 * t * exp(correction(t) - z * z);
}

/** log Φ(x). */
export function logCumulative(x: number): number {
  if (x > 0) return log1p(-lowerCumulative(-x));
  const z = -x * rootHalf;
  const t = 2 / (2 + z);
  return log(0.5 * t) - z * z + correction(t);
}

/** Φ(x) / φ(x) for x ≤ 0: without underflow, however far in the tail. */
export function lowerMillsRatio(x: number): number {
  const t = 2 / (2 - x * rootHalf);
  return rootHalfPi * t * exp(correction(t));
}

/** The x with log Φ(x) = `logP`, for `logP` < 0: Halley's method from a rational approximation. */
export function inverseLogCumulative(logP: number): number {
  if (logP > -Math.LN2) return -inverseLogCumulative(log(-expm1(logP)));
  if (logP === -Infinity) return -Infinity;
  let x = logP > logTail ? centralQuantile(exp(logP) - 0.5) : tailQuantile(logP);
  for (let i = 0; i < 60; i++) {
    const at = logCumulative(x);
    const slope = exp(logDensity(x) - at);
    const newton = (at - logP) / slope;
    const step = newton / (1 + 0.5 * newton * (x + slope));
    x -= step;
    // The error left is about the cube of the step.
    if (abs(step) <= 1e-6 * abs(x)) break;
  }
  return x;
}

/** Where Acklam's central approximation begins. */
const logTail = log(0.02425);

/** To 1.15e-9 relative error for |q| ≤ 0.47575, q = Φ(x) − ½ (P. J. Acklam, 2003). */
function centralQuantile(q: number): number {
  const r = q * q;
  const above =
    2.506628277459239 +
    r *
      (-30.66479806614716 +
        r * (138.357751867269 + r * (-275.9285104469687 + r * (220.9460984245205 + r * -39.69683028665376))));
  const below =
    1 +
    r *
      (-13.28068155288572 +
        r * (66.80131188771972 + r * (-155.6989798598866 + r * (161.5858368580409 + r * -54.47609879822406))));
  return (q * above) / below;
}

/** To 5e-4 (Abramowitz and Stegun 26.2.23). */
function tailQuantile(logP: number): number {
  const t = sqrt(-2 * logP);
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  return above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
}

/** P(t), by Clenshaw's recurrence. */
function correction(t: number): number {
  const scaled = t * pieces;
  const piece = scaled < pieces ? floor(scaled) : pieces - 1;
  const first = piece * terms;
  const y = 4 * (scaled - piece) - 2;
  let current = 0;
  let previous = 0;
  for (let j = first + terms - 1; j > first; j--) {
    // `!` here and below: the index stays within the array.
    const next = y * current - previous + coefficients[j]!;
    previous = current;
    current = next;
  }
  return 0.5 * (y * current + coefficients[first]!) - previous;
}

/** From exact values at the Chebyshev nodes of a piece; the last coefficients are below 1e-16. */
function fitPiece(piece: number): Float64Array {
  const angles = Array.from({ length: terms }, (_, k) => (Math.PI * (k + 0.5)) / terms);
  const values = angles.map((angle) => {
    const t = (piece + (Math.cos(angle) + 1) / 2) / pieces;
    return log(scaledErfc(2 / t - 2)) - log(t);
  });
  return Float64Array.from(angles, (_, j) =>
    angles.reduce((sum, angle, k) => sum + (2 / terms) * (values[k] ?? 0) * Math.cos(j * angle), 0),
  );
}

/** exp(z²)·erfc(z) for z ≥ 0, slowly: Kummer's series of erf below 1, the continued fraction (DLMF 7.9.2) above. */
function scaledErfc(z: number): number {
  if (z < 1) {
    let term = z;
    let sum = z;
    for (let n = 1; term > 1e-18 * sum; n++) {
      term *= (2 * z * z) / (2 * n + 1);
      sum += term;
    }
    return exp(z * z) - (2 / sqrt(Math.PI)) * sum;
  }
  let tail = z;
  for (let n = 600; n > 0; n--) tail = z + n / 2 / tail;
  return 1 / (sqrt(Math.PI) * tail);
}
