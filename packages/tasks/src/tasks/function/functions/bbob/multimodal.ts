import type { Instance, Landscape } from './instance.js';
import { multiply, scaledColumns, scaledProduct } from './matrix.js';
import { rotatedValley, valley } from './moderate.js';
import { waves } from './separable.js';
import { asymmetric, minus, oscillated, penalty, powers, sum } from './transformations.js';

/** Multi-modal functions with adequate global structure. */

/** f15: Rastrigin's function, rotated. */
export function rotatedRastrigin({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledProduct(q, powers(10, 0.5, dimension), r);
  return {
    optimum,
    evaluate: (x) => waves(multiply(asymmetric(multiply(minus(x, optimum), r).map(oscillated), 0.2), matrix)),
  };
}

/** f16: Weierstrass' function: rugged, and repetitive. */
export function weierstrass({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledProduct(q, powers(1 / 100, 0.5, dimension), r);
  const octaves = Array.from({ length: 12 }, (_, k) => ({ amplitude: 0.5 ** k, frequency: 2 * Math.PI * 3 ** k }));
  const series = (z: number) =>
    octaves.reduce((total, { amplitude, frequency }) => total + amplitude * Math.cos(frequency * (z + 0.5)), 0);
  const lowest = series(0);
  return {
    optimum,
    evaluate(x) {
      const z = multiply(multiply(minus(x, optimum), r).map(oscillated), matrix);
      return 10 * (sum(z, series) / dimension - lowest) ** 3 + (10 / dimension) * penalty(x);
    },
  };
}

/** f17: Schaffer's F7, condition 10. */
export const schaffers = (instance: Instance) => schaffersWith(instance, 10);
/** f18: Schaffer's F7, condition 1000. */
export const illConditionedSchaffers = (instance: Instance) => schaffersWith(instance, 1000);

function schaffersWith({ optimum, dimension, q, r }: Instance, condition: number): Landscape {
  const matrix = scaledColumns(q, powers(condition, 0.5, dimension));
  return {
    optimum,
    evaluate(x) {
      const z = multiply(asymmetric(multiply(minus(x, optimum), r), 0.5), matrix);
      let total = 0;
      for (let i = 0; i + 1 < dimension; i++) {
        const square = (z[i] as number) ** 2 + (z[i + 1] as number) ** 2;
        total += square ** 0.25 * (Math.sin(50 * square ** 0.1) ** 2 + 1);
      }
      return (total / (dimension - 1)) ** 2 + 10 * penalty(x);
    },
  };
}

/** f19: the composite of Griewank's and Rosenbrock's functions. */
export function griewankRosenbrock(instance: Instance): Landscape {
  const { optimum, transform } = rotatedValley(instance);
  return {
    optimum,
    evaluate: (x) =>
      10 + (10 * valley(transform(x), (term) => term / 4000 - Math.cos(term))) / (instance.dimension - 1),
  };
}
