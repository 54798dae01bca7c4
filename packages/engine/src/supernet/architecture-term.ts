import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ChoiceLayout } from './choices.js';
import { type CostTerm, expectedCostLoss } from './expected-cost.js';
import { softmaxShares } from './mixture-selection.js';

/**
 * What the architecture's loss has besides the network's: the expected cost, where one counts. Otherwise 0, but as a function
 * of α: a path on which nothing gets through has no other trace of it, and TensorFlow.js has no gradient of nothing.
 */
export function architectureTerm(
  tf: TensorFlow,
  layout: ChoiceLayout,
  alpha: Tensor1D,
  cost: CostTerm | undefined,
): Scalar {
  if (cost === undefined) return tf.mul(tf.sum(alpha), 0);
  return expectedCostLoss(tf, softmaxShares(tf, layout, alpha), cost);
}
