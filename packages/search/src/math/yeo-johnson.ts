// Local names: these run often, and a look-up through a module sandbox's globals is slow.
const { abs, expm1, log, log1p } = Math;

/** Nearer to their limits than this, powers are logarithms to all digits that count. */
const nearlyZero = 1e-9;

/**
 * The power transform of Yeo and Johnson (2000): a Box-Cox transform of 1 + x for x ≥ 0, and one with the power 2 − λ of
 * 1 − x, mirrored, below. Increasing and smooth; λ = 1 changes nothing, less draws in large values and spreads small ones.
 */
export function yeoJohnson(x: number, lambda: number): number {
  return x >= 0 ? boxCox(x, lambda) : -boxCox(-x, 2 - lambda);
}

/** The x that it makes `y` of; the largest or smallest finite numbers where there is none. */
export function inverseYeoJohnson(y: number, lambda: number): number {
  return y >= 0 ? inverseBoxCox(y, lambda) : -inverseBoxCox(-y, 2 - lambda);
}

/** ((1 + x)^power − 1) / power for x ≥ 0. */
function boxCox(x: number, power: number): number {
  return abs(power) < nearlyZero ? log1p(x) : expm1(power * log1p(x)) / power;
}

function inverseBoxCox(y: number, power: number): number {
  const logarithm = abs(power) < nearlyZero ? y : log1p(Math.max(-1, power * y)) / power;
  return Math.min(Number.MAX_VALUE, expm1(logarithm));
}

/** Powers beyond these make one value all that counts. */
const [least, most] = [-6, 8];
/** As near to the best power as twice this. */
const tolerance = 1e-3;
const golden = (Math.sqrt(5) - 1) / 2;

export interface PowerFit {
  readonly lambda: number;
  /** How much more likely normal values are by it than untransformed, as a logarithm. */
  readonly gain: number;
}

/** The λ after which values look most like a normal sample (maximum likelihood), by golden-section search. */
export function fitYeoJohnson(values: ArrayLike<number>): PowerFit {
  const logJacobian = sumOf(values, (x) => Math.sign(x) * log1p(abs(x)));
  const transformed = new Float64Array(values.length);
  // `!` here and below: within the values.
  const logLikelihood = (lambda: number) => {
    for (let i = 0; i < values.length; i++) transformed[i] = yeoJohnson(values[i]!, lambda);
    const mean = sumOf(transformed, (y) => y) / values.length;
    const variance = sumOf(transformed, (y) => (y - mean) ** 2) / values.length;
    return (lambda - 1) * logJacobian - 0.5 * values.length * log(variance);
  };
  let [low, high] = [least, most];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [logLikelihood(left), logLikelihood(right)];
  while (high - low > tolerance) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = logLikelihood(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = logLikelihood(right);
    }
  }
  const lambda = (low + high) / 2;
  const gain = logLikelihood(lambda) - logLikelihood(1);
  // Not where all values are equal.
  return gain > 0 ? { lambda, gain } : { lambda: 1, gain: 0 };
}

function sumOf(values: ArrayLike<number>, term: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += term(values[i]!);
  return sum;
}
