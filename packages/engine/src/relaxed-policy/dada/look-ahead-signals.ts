import type { Tensor1D } from '@tensorflow/tfjs';
import { unrolledGradient } from '../../supernet/unrolled-gradient.js';
import type { TensorFlow } from '../../tensorflow.js';

/** What a batch's augmentation did to its loss, for each image. */
export interface BatchSignals {
  /** The image's share of the loss. */
  readonly losses: Tensor1D;
  /** The sum of the loss's derivatives by the image's pixels. */
  readonly pixelSums: Tensor1D;
}

/** One network, an augmented training batch and a held-out one. All is taken at the weights that are assigned. */
export interface LookAheadProblem {
  weights(): Tensor1D;
  assign(weights: Tensor1D): void;
  /** Of the training loss, by the weights. */
  trainGradient(): Tensor1D;
  trainSignals(): BatchSignals;
  /** Of the held-out loss, by the weights. */
  heldOutGradient(): Tensor1D;
}

/**
 * How each training image, as it was augmented, moves the held-out loss by the weights' next step: with
 * v = ∇_w L_val(w − ξ ∇_w L_train), the derivatives of its loss and of its pixel sum along v, times −ξ (Li et al. 2020).
 * Whatever the policy's gradient makes of a loss and its derivatives, it makes of these the gradient of the held-out loss, which
 * sees the policy through that step only. The weights end as they were. Call it in a tidy.
 */
export function lookAheadSignals(tf: TensorFlow, problem: LookAheadProblem, learningRate: number): BatchSignals {
  const weights = problem.weights();
  const signals = unrolledGradient(
    tf,
    {
      weights: () => weights,
      assign: (next) => problem.assign(next),
      train: () => ({
        get weights() {
          return problem.trainGradient();
        },
        get architecture() {
          const { losses, pixelSums } = problem.trainSignals();
          return tf.concat([losses, pixelSums]);
        },
      }),
      // Held-out images are not augmented.
      validation: () => ({ weights: problem.heldOutGradient(), architecture: tf.zeros([1]) }),
    },
    { learningRate, momentum: 0, velocity: tf.zerosLike(weights), weightDecay: 0 },
  );
  const [losses, pixelSums] = tf.split(signals, 2) as [Tensor1D, Tensor1D];
  return { losses, pixelSums };
}
