import type { Scalar } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** What each option costs: FLOPs of the cost model, or milliseconds of a table. */
export interface CostTerm {
  /** One per place of the layout. */
  readonly costs: ArrayLike<number>;
  /** Of the nodes that are in every network. */
  readonly fixed: number;
  /** The cost that is aimed at. */
  readonly target: number;
  /** λ: how much of the loss one target's worth of cost is. */
  readonly weight: number;
}

/**
 * λ·(E[cost] − target) / target with E[cost] = fixed + Σ p·cost (Cai et al. 2019, 3.3, in the additive form of the
 * authors' code). `shares` are the probabilities of the options. Differentiable in them.
 */
export function expectedCostLoss(tf: TensorFlow, shares: readonly Scalar[], term: CostTerm): Scalar {
  const parts = shares.map((share, i) => tf.mul(share, term.costs[i] as number) as Scalar);
  const expected = tf.add(tf.addN(parts), term.fixed);
  return tf.mul(tf.div(tf.sub(expected, term.target), term.target), term.weight);
}
