import type { Tensor1D, Variable } from '@tensorflow/tfjs';
import { flatWeights } from '../../training/flat-weights.js';
import { architectureLoss } from '../architecture-loss.js';
import type { BatchTensors } from '../batch-tensors.js';
import { mixtureSelection } from '../mixture-selection.js';
import { gradientOf, supernetGradients, withAlpha } from '../supernet-gradients.js';
import { type BilevelGradients, unrolledGradient } from '../unrolled-gradient.js';
import type { SearchParts } from './strategy.js';

/**
 * The gradient of the held-out loss after the weights' next step on the training batch. The cost counts in the held-out
 * loss alone: weights are not trained for it. Call it in a tidy.
 */
export function unrolledAlphaGradient(
  { tf, supernet, layout, edges, updater, momentum, weightDecay, cost }: SearchParts,
  at: { readonly batch: BatchTensors; readonly heldOut: BatchTensors; readonly learningRate: number },
  alpha: ArrayLike<number>,
): Tensor1D {
  const flat = flatWeights(tf, supernet.variables);
  const decayMask = tf.tensor1d(flat.decayMask());
  return withAlpha(tf, alpha, (variable) => {
    const vector = variable as Variable & Tensor1D;
    const gradientsOn = (batch: BatchTensors, withCost: boolean): BilevelGradients => {
      const { gradients } = supernetGradients(tf, supernet, batch, {
        selection: () => mixtureSelection(tf, layout, vector, edges),
        variables: [...supernet.variables, variable],
        loss: architectureLoss(tf, layout, vector, withCost ? cost : undefined),
      });
      return { weights: flat.flatten(gradients), architecture: gradientOf(tf, gradients, variable) };
    };
    return unrolledGradient(
      tf,
      {
        weights: () => flat.gather(),
        assign: (weights) => flat.assign(weights),
        train: () => gradientsOn(at.batch, false),
        validation: () => gradientsOn(at.heldOut, true),
      },
      {
        learningRate: at.learningRate,
        momentum,
        velocity: updater.velocity(supernet.variables),
        weightDecay,
        decayMask,
      },
    );
  });
}
