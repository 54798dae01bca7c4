import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ChoiceLayout } from './choices.js';
import { type CostTerm, withExpectedCost } from './expected-cost.js';
import { softmaxShares } from './mixture-selection.js';

/**
 * What the architecture learns from: the cross-entropy with the expected cost, where one counts. Otherwise the cross-entropy
 * alone, but as a function of α: a path on which nothing gets through has no other trace of it, and TensorFlow.js has no
 * gradient of nothing.
 */
export function architectureLoss(
  tf: TensorFlow,
  layout: ChoiceLayout,
  alpha: Tensor1D,
  cost: CostTerm | undefined,
): (crossEntropy: Scalar) => Scalar {
  return (crossEntropy) =>
    cost === undefined
      ? tf.add(crossEntropy, tf.mul(tf.sum(alpha), 0))
      : withExpectedCost(tf, crossEntropy, softmaxShares(tf, layout, alpha), cost);
}
