import type { Scalar } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** What each option costs, in FLOPs of the cost model or in microseconds of a table, and how that counts in a loss. */
export interface CostTerm {
  /** One per place of the layout. */
  readonly costs: ArrayLike<number>;
  /** Of the nodes that are in every network. */
  readonly fixed: number;
  /** The cost that is aimed at. */
  readonly target: number;
  /** λ: how much of the loss one target's worth of cost is; or α, a factor of the whole loss. */
  readonly weight: number;
  readonly form: 'additive' | 'multiplicative';
  /** β of the multiplicative form. */
  readonly exponent: number;
}

/**
 * The loss with the expected cost E = fixed + Σ p·cost, `shares` being the probabilities p of the options. Differentiable
 * in them. Additive: loss + λ·(E − target) / target (Cai et al. 2019, 3.3, as in the authors' code). Multiplicative:
 * α · loss · (log E / log target)^β (Wu et al. 2019, equation 2, over a constant), with logarithms of 1 + x, which are
 * never negative.
 */
export function withExpectedCost(tf: TensorFlow, loss: Scalar, shares: readonly Scalar[], term: CostTerm): Scalar {
  const { costs, fixed, target, weight, form, exponent } = term;
  const parts = shares.map((share, i) => tf.mul(share, costs[i] as number) as Scalar);
  const expected = tf.add(tf.addN(parts), fixed) as Scalar;
  if (form === 'additive') return tf.add(loss, tf.mul(tf.div(tf.sub(expected, target), target), weight));
  const ratio = tf.div(tf.log1p(expected), Math.log1p(target));
  return tf.mul(tf.mul(loss, weight), tf.pow(ratio, exponent));
}

/** E by the probabilities of the options. */
export function expectedCost({ costs, fixed }: Pick<CostTerm, 'costs' | 'fixed'>, shares: ArrayLike<number>): number {
  let sum = fixed;
  for (let i = 0; i < costs.length; i++) sum += (shares[i] as number) * (costs[i] as number);
  return sum;
}
