import type { Instance, Landscape } from './instance.js';
import { multiply, scaledProduct } from './matrix.js';
import { normals, uniforms } from './random-numbers.js';
import { minus, penalty, powers, sum } from './transformations.js';

/** Multi-modal functions with weak global structure; Gallagher's peaks have a file of their own. */

/** f20: Schwefel's x·sin(√|x|), with its best peaks near the corners. */
export function schwefel({ dimension, seed }: Instance): Landscape {
  const signs = uniforms(dimension, seed).map((value) => Math.sign(value - 0.5));
  const peak = 4.2096874633;
  const scales = powers(10, 0.5, dimension);
  return {
    optimum: signs.map((sign) => (sign * peak) / 2),
    evaluate(x) {
      const mirrored = x.map((value, i) => 2 * (signs[i] as number) * value);
      const z = mirrored.map((value, i) => {
        const before = i === 0 ? 0 : 0.25 * ((mirrored[i - 1] as number) - peak);
        return 100 * ((scales[i] as number) * (value + before - peak) + peak);
      });
      const mean = sum(z, (value) => value * Math.sin(Math.sqrt(Math.abs(value)))) / dimension;
      return 0.01 * (418.9828872724339 - mean + penalty(z, 500));
    },
  };
}

/** f23: Katsuura's function: rugged on every scale. */
export function katsuura({ optimum, dimension, q, r }: Instance): Landscape {
  const matrix = scaledProduct(q, powers(100, 0.5, dimension), r);
  const scale = 10 / dimension ** 2;
  const exponent = 10 / dimension ** 1.2;
  const roughness = (value: number) => {
    let total = 0;
    for (let j = 1, power = 2; j <= 32; j++, power *= 2) {
      total += Math.abs(power * value - Math.round(power * value)) / power;
    }
    return total;
  };
  return {
    optimum,
    evaluate(x) {
      const z = multiply(minus(x, optimum), matrix);
      const product = z.reduce((all, value, i) => all * (1 + (i + 1) * roughness(value)) ** exponent, 1);
      return scale * (product - 1) + penalty(x);
    },
  };
}

/** f24: Lunacek's bi-Rastrigin function: two funnels, and the wider one leads astray. */
export function lunacekBiRastrigin({ dimension, seed, q, r }: Instance): Landscape {
  const near = 2.5;
  const signs = normals(dimension, seed).map(Math.sign);
  const matrix = scaledProduct(q, powers(100, 0.5, dimension), r);
  const s = 1 - 0.5 / (Math.sqrt(dimension + 20) - 4.1);
  const far = -Math.sqrt((near * near - 1) / s);
  return {
    optimum: signs.map((sign) => (sign * near) / 2),
    evaluate(x) {
      const mirrored = x.map((value, i) => 2 * (signs[i] as number) * value);
      const funnels = Math.min(
        sum(mirrored, (value) => (value - near) ** 2),
        dimension + s * sum(mirrored, (value) => (value - far) ** 2),
      );
      const z = multiply(
        mirrored.map((value) => value - near),
        matrix,
      );
      return funnels + sum(z, (value) => 10 * (1 - Math.cos(2 * Math.PI * value))) + 1e4 * penalty(x);
    },
  };
}
