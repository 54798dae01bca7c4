import type { Instance, Landscape } from './instance.js';
import { asymmetric, minus, oscillated, penalty, powers, sum, times } from './transformations.js';

/** f1: the sphere. */
export function sphere({ optimum }: Instance): Landscape {
  return { optimum, evaluate: (x) => sum(minus(x, optimum), (z) => z * z) };
}

/** f2: the separable ellipsoid, condition 10⁶. */
export function ellipsoid({ optimum, dimension }: Instance): Landscape {
  const scales = powers(1e6, 1, dimension);
  return {
    optimum,
    evaluate: (x) => sum(minus(x, optimum), (z, i) => (scales[i] as number) * oscillated(z) ** 2),
  };
}

/** f3: Rastrigin's function. */
export function rastrigin({ optimum, dimension }: Instance): Landscape {
  const scales = powers(10, 0.5, dimension);
  return {
    optimum,
    evaluate: (x) => waves(times(scales, asymmetric(minus(x, optimum).map(oscillated), 0.2))),
  };
}

/** f4: the Büche–Rastrigin function. */
export function bucheRastrigin(instance: Instance): Landscape {
  const scales = powers(10, 0.5, instance.dimension);
  const optimum = instance.optimum.map((value, i) => (i % 2 === 0 ? Math.abs(value) : value));
  const skewed = (z: number, i: number) => (i % 2 === 0 && z > 0 ? 10 * z : z) * (scales[i] as number);
  return {
    optimum,
    evaluate: (x) => waves(minus(x, optimum).map(oscillated).map(skewed)) + 100 * penalty(x),
  };
}

/** f5: the linear slope, with its optimum in a corner. */
export function linearSlope(instance: Instance): Landscape {
  const optimum = instance.optimum.map((value) => 5 * Math.sign(value));
  const slopes = powers(100, 0.5, instance.dimension).map((scale, i) => Math.sign(optimum[i] as number) * scale);
  return {
    optimum,
    evaluate: (x) =>
      sum(x, (value, i) => {
        const best = optimum[i] as number;
        const slope = slopes[i] as number;
        return 5 * Math.abs(slope) - slope * (value * best < 25 ? value : best);
      }),
  };
}

/** Rastrigin's sum: 10 (D − Σ cos 2πz) + ‖z‖². */
export function waves(z: Float64Array): number {
  return sum(z, (value) => 10 * (1 - Math.cos(2 * Math.PI * value)) + value * value);
}
