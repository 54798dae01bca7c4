import type { Rng } from '@cambium/core';

/** Length of the finite difference along a unit vector. */
const reach = 1e-2;

export interface PowerIteration {
  readonly iterations: number;
  readonly rng: Rng;
}

/**
 * The eigenvalue of largest size of the Hessian at `point`, by power iteration on products of the Hessian with a vector:
 * Hv ≈ (∇L(x + rv) − ∇L(x − rv)) / 2r. TensorFlow.js has no second derivative of convolutions.
 */
export async function dominantEigenvalue(
  gradientAt: (point: Float64Array) => Promise<ArrayLike<number>>,
  point: Float64Array,
  { iterations, rng }: PowerIteration,
): Promise<number> {
  let vector = unit(Float64Array.from(point, () => rng.normal()));
  let eigenvalue = 0;
  for (let i = 0; i < iterations; i++) {
    const plus = await gradientAt(point.map((x, k) => x + reach * (vector[k] as number)));
    const minus = await gradientAt(point.map((x, k) => x - reach * (vector[k] as number)));
    const product = point.map((_, k) => ((plus[k] as number) - (minus[k] as number)) / (2 * reach));
    // Rayleigh's quotient of a unit vector.
    eigenvalue = product.reduce((sum, value, k) => sum + value * (vector[k] as number), 0);
    if (Math.hypot(...product) === 0) return 0;
    vector = unit(product);
  }
  return eigenvalue;
}

function unit(vector: Float64Array): Float64Array {
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}
