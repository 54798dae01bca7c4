/** Transformations that the definitions share (Hansen et al. 2009, RR-6829, §0.2). They return new vectors. */

/** base^(exponent · i/(D − 1)) for i = 0 … D − 1: 1 to base^exponent. */
export function powers(base: number, exponent: number, dimension: number): Float64Array {
  return Float64Array.from({ length: dimension }, (_, i) => base ** ((exponent * i) / (dimension - 1)));
}

/** T_osz: smooth, monotone, slightly irregular. */
export function oscillated(value: number): number {
  if (value === 0) return 0;
  const log = Math.log(Math.abs(value));
  const [left, right] = value > 0 ? [10, 7.9] : [5.5, 3.1];
  return Math.sign(value) * Math.exp(log + 0.049 * (Math.sin(left * log) + Math.sin(right * log)));
}

/** T_asy: breaks the symmetry about the optimum. */
export function asymmetric(x: Float64Array, beta: number): Float64Array {
  return x.map((value, i) => (value > 0 ? value ** (1 + ((beta * i) / (x.length - 1)) * Math.sqrt(value)) : value));
}

/** f_pen: the squared distance from the box [−limit, limit]. */
export function penalty(x: Float64Array, limit = 5): number {
  let sum = 0;
  for (const value of x) sum += Math.max(0, Math.abs(value) - limit) ** 2;
  return sum;
}

export function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, i) => value - (y[i] as number));
}

export function times(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, i) => value * (y[i] as number));
}

/** Σ of a term over the coordinates. */
export function sum(x: Float64Array, term: (value: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += term(x[i] as number, i);
  return total;
}
