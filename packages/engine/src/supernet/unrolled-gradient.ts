import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Each is read only where it is needed, so that it may be computed then. */
export interface BilevelGradients {
  readonly weights: Tensor1D;
  readonly architecture: Tensor1D;
}

/** Two losses of the same weights w and architecture α. All gradients are taken at the weights that are assigned. */
export interface BilevelProblem {
  weights(): Tensor1D;
  assign(weights: Tensor1D): void;
  train(): BilevelGradients;
  validation(): BilevelGradients;
}

export interface InnerStep {
  /** ξ: the rate of the weights' own step. */
  readonly learningRate: number;
  readonly momentum: number;
  /** v, as long as the weights. */
  readonly velocity: Tensor1D;
  readonly weightDecay: number;
  /** 1 where weight decay applies; absent: everywhere. */
  readonly decayMask?: Tensor1D;
}

/** Of the finite difference: this over the norm of the direction (Liu et al. 2019, 2.3). */
const reach = 0.01;

/**
 * ∇_α L_val(w′, α) after one step of the weights, w′ = w − ξ(μ·v + ∇_w L_train + λ·w), without a second derivative
 * (Liu et al. 2019, equations 7 and 8; the step as in the authors' code). The weights end as they were, bit by bit. Call
 * it in a tidy.
 */
export function unrolledGradient(tf: TensorFlow, problem: BilevelProblem, step: InnerStep): Tensor1D {
  const { learningRate, momentum, velocity, weightDecay, decayMask } = step;
  const weights = tf.clone(problem.weights());
  const decay = tf.mul(weights, decayMask === undefined ? weightDecay : tf.mul(decayMask, weightDecay));
  const direction = tf.addN([tf.mul(velocity, momentum), problem.train().weights, decay]);
  problem.assign(tf.sub(weights, tf.mul(direction, learningRate)));
  const ahead = problem.validation();
  const epsilon = tf.div(reach, tf.maximum(tf.norm(ahead.weights), 1e-12));
  const shift = tf.mul(ahead.weights, epsilon) as Tensor1D;
  problem.assign(tf.add(weights, shift));
  const plus = problem.train().architecture;
  problem.assign(tf.sub(weights, shift));
  const minus = problem.train().architecture;
  problem.assign(weights);
  const curvature = tf.div(tf.sub(plus, minus), tf.mul(epsilon, 2));
  return tf.sub(ahead.architecture, tf.mul(curvature, learningRate));
}
