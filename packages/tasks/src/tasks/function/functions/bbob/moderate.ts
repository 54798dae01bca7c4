import type { Instance, Landscape } from './instance.js';
import { multiply, scaledColumns, scaledProduct } from './matrix.js';
import { minus, oscillated, penalty, powers, sum } from './transformations.js';

/** Functions with low or moderate conditioning. */

/** f6: the attractive sector. */
export function attractiveSector({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledProduct(q, powers(10, 0.5, dimension), r);
  return {
    optimum,
    evaluate(x) {
      const z = multiply(minus(x, optimum), matrix);
      const total = sum(z, (value, i) => (value * (optimum[i] as number) > 0 ? 100 * value : value) ** 2);
      return oscillated(total) ** 0.9;
    },
  };
}

/** f7: the step ellipsoid: plateaus, condition 100. */
export function stepEllipsoid({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledColumns(q, powers(10, 0.5, dimension));
  const scales = powers(100, 1, dimension);
  return {
    optimum,
    evaluate(x) {
      const z = multiply(minus(x, optimum), matrix);
      const stepped = z.map((value) =>
        Math.abs(value) > 0.5 ? Math.floor(0.5 + value) : Math.floor(0.5 + 10 * value) / 10,
      );
      const ellipsoid = sum(multiply(stepped, r), (value, i) => (scales[i] as number) * value * value);
      return 0.1 * Math.max(1e-4 * Math.abs(z[0] as number), ellipsoid) + penalty(x);
    },
  };
}

/** f8: Rosenbrock's function. */
export function rosenbrock({ optimum: drawn, dimension }: Instance): Landscape {
  const optimum = drawn.map((value) => 0.75 * value);
  const scale = Math.max(1, Math.sqrt(dimension) / 8);
  return {
    optimum,
    evaluate: (x) =>
      valley(
        minus(x, optimum).map((z) => scale * z + 1),
        (term) => term,
      ),
  };
}

/** f9: Rosenbrock's function, rotated. */
export function rotatedRosenbrock(instance: Instance): Landscape {
  const { optimum, transform } = rotatedValley(instance);
  return { optimum, evaluate: (x) => valley(transform(x), (term) => term) };
}

/** The rotation of f9 and f19, and the point that it maps to (1, …, 1), which is the optimum. */
export function rotatedValley({ dimension, q }: Instance) {
  const scale = Math.max(1, Math.sqrt(dimension) / 8);
  const matrix = q.map((value) => scale * value);
  const half = (i: number) => sum(q.subarray(i * dimension, (i + 1) * dimension), (value) => value) / (2 * scale);
  return {
    optimum: Float64Array.from({ length: dimension }, (_, i) => half(i)),
    transform: (x: Float64Array) => multiply(x, matrix).map((value) => value + 0.5),
  };
}

/** Σ over neighbours of g(100 (z_i² − z_{i+1})² + (z_i − 1)²). */
export function valley(z: Float64Array, g: (term: number) => number): number {
  let total = 0;
  for (let i = 0; i + 1 < z.length; i++) {
    const here = z[i] as number;
    total += g(100 * (here * here - (z[i + 1] as number)) ** 2 + (here - 1) ** 2);
  }
  return total;
}
