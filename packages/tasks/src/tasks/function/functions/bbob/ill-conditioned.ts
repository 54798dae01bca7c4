import { type Instance, type Landscape, randomOptimum } from './instance.js';
import { multiply, scaledProduct } from './matrix.js';
import { asymmetric, minus, oscillated, powers, sum } from './transformations.js';

/** Unimodal functions with high conditioning. */

/** f10: the ellipsoid, rotated. */
export function rotatedEllipsoid({ optimum, dimension, r }: Instance): Landscape {
  const scales = powers(1e6, 1, dimension);
  return {
    optimum,
    evaluate: (x) => sum(multiply(minus(x, optimum), r), (z, i) => (scales[i] as number) * oscillated(z) ** 2),
  };
}

/** f11: the discus: one direction a thousand times as sensitive as the others. */
export function discus({ optimum, r }: Instance): Landscape {
  return {
    optimum,
    evaluate: (x) => sum(multiply(minus(x, optimum), r), (z, i) => (i === 0 ? 1e6 : 1) * oscillated(z) ** 2),
  };
}

/** f12: the bent cigar: a narrow ridge that is not straight. */
export function bentCigar({ dimension, seed, r }: Instance): Landscape {
  const optimum = randomOptimum(dimension, seed + 1e6);
  return {
    optimum,
    evaluate(x) {
      const bent = multiply(asymmetric(multiply(minus(x, optimum), r), 0.5), r);
      return sum(bent, (z, i) => (i === 0 ? 1 : 1e6) * z * z);
    },
  };
}

/** f13: the sharp ridge. */
export function sharpRidge({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledProduct(q, powers(10, 0.5, dimension), r);
  return {
    optimum,
    evaluate(x) {
      const z = multiply(minus(x, optimum), matrix);
      const along = z[0] as number;
      return along * along + 100 * Math.sqrt(sum(z.subarray(1), (value) => value * value));
    },
  };
}

/** f14: the sum of different powers. */
export function differentPowers({ optimum, r }: Instance): Landscape {
  return {
    optimum,
    evaluate(x) {
      const z = multiply(minus(x, optimum), r);
      return Math.sqrt(sum(z, (value, i) => Math.abs(value) ** (2 + (4 * i) / (z.length - 1))));
    },
  };
}
