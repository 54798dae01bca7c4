import type { Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { flatWeights } from './flat-weights.js';

/** A running mean of a network's weights. Dispose of it. */
export interface WeightAverage {
  /** Takes the weights as they are after step `step`, from 1. */
  follow(step: number): void;
  /** Does `work` with the means in the variables, then puts the weights back. */
  within<T>(work: () => Promise<T>): Promise<T>;
  values(): Promise<Float32Array>;
  dispose(): void;
}

export interface AverageOptions {
  /** In (0, 1): share of the mean that a step keeps. */
  readonly decay: number;
  /** The mean to go on from; the weights as they are when absent. */
  readonly values?: Float32Array;
}

/**
 * Exponential moving average (Polyak & Juditsky 1992). Batch norm's moving statistics are averaged like the weights that
 * they belong to. The decay rises with the steps, (1 + step) / (10 + step), up to its value, so that a short training does
 * not keep its start.
 */
export function weightAverage(
  tf: TensorFlow,
  variables: readonly Variable[],
  { decay, values }: AverageOptions,
): WeightAverage {
  const flat = flatWeights(tf, variables);
  let mean: Tensor1D = values === undefined ? flat.gather() : tf.tensor1d(values);
  return {
    follow(step) {
      const kept = Math.min(decay, (1 + step) / (10 + step));
      const next = tf.tidy(() => tf.keep(tf.add(tf.mul(mean, kept), tf.mul(flat.gather(), 1 - kept)) as Tensor1D));
      mean.dispose();
      mean = next;
    },
    async within(work) {
      const weights = flat.gather();
      flat.assign(mean);
      try {
        return await work();
      } finally {
        flat.assign(weights);
        weights.dispose();
      }
    },
    values: async () => Float32Array.from(await mean.data()),
    dispose: () => mean.dispose(),
  };
}
