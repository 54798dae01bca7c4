/** Of the covariance scale · matern52(Σ sₖ·dₖ²) + noise on the diagonal. */
export interface KernelParameters {
  /** 1 over the square of each length scale: 0 for a parameter without effect. */
  readonly inverseSquaredLengths: Float64Array;
  readonly scale: number;
  readonly noise: number;
}

/** Less noise would make near duplicates a singular matrix. Observations are standardised. */
export const smallestNoise = 1e-6;

const { exp, log } = Math;

/** Log inverse squared lengths, log scale, log of the noise above {@link smallestNoise}: in this form they are fitted. */
export type LogParameters = Float64Array;

export function fromLogParameters(parameters: ArrayLike<number>): KernelParameters {
  const lengths = parameters.length - 2;
  return {
    // `!`: within the array.
    inverseSquaredLengths: Float64Array.from({ length: lengths }, (_, i) => exp(parameters[i]!)),
    scale: exp(parameters[lengths]!),
    noise: exp(parameters[lengths + 1]!) + smallestNoise,
  };
}

/** What nothing is known about: all length scales 1, the range of a parameter. */
export function defaultLogParameters(scales: number): LogParameters {
  const parameters = new Float64Array(scales + 2);
  parameters[scales + 1] = log(0.01);
  return parameters;
}

/** Priors: exp(−0.1/s − 0.1·s) on inverse squared lengths, Gamma(2, 1) on the scale, Gamma(1.1, 30) on the noise (Optuna 5). */
export function logPrior({ inverseSquaredLengths, scale, noise }: KernelParameters): number {
  const lengths = inverseSquaredLengths.reduce((sum, s) => sum - 0.1 / s - 0.1 * s, 0);
  return lengths + log(scale) - scale + 0.1 * log(noise) - 30 * noise;
}

/** Adds the derivatives of minus {@link logPrior} with respect to the {@link LogParameters}. */
export function subtractPriorSlopes(
  { inverseSquaredLengths, scale, noise }: KernelParameters,
  slopes: Float64Array,
): void {
  const lengths = inverseSquaredLengths.length;
  for (const [i, s] of inverseSquaredLengths.entries()) slopes[i] = slopes[i]! - (0.1 / s - 0.1 * s);
  slopes[lengths] = slopes[lengths]! - (1 - scale);
  slopes[lengths + 1] = slopes[lengths + 1]! - (0.1 / noise - 30) * (noise - smallestNoise);
}
