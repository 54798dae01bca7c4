import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { clipGradient } from './clip-gradient.js';
import type { Optimizer, UpdateInput, UpdateOutput } from './optimizers/optimizer.js';

export interface StepRules {
  readonly optimizer: Optimizer;
  /** Largest norm of the gradient, before weight decay; 0 is any. */
  readonly clip: number;
  /** Weight decay of every weight; undefined: there is none. */
  readonly decay: Tensor1D | undefined;
}

/** One update of flat weights, with clipping and weight decay where the optimizer wants it. Run it inside a tidy. */
export function optimizerStep(tf: TensorFlow, input: UpdateInput, { optimizer, clip, decay }: StepRules): UpdateOutput {
  const gradient = clipGradient(tf, input.gradient, clip);
  const clipped = { ...input, gradient };
  if (decay === undefined) return optimizer.update(tf, clipped);
  switch (optimizer.weightDecay) {
    case 'direction':
      return optimizer.update(tf, { ...clipped, decay });
    case 'gradient':
      return optimizer.update(tf, { ...clipped, gradient: tf.add(gradient, tf.mul(input.weights, decay)) });
    case 'weights': {
      const kept = tf.sub(1, tf.mul(decay, input.learningRate));
      return optimizer.update(tf, { ...clipped, weights: tf.mul(input.weights, kept) });
    }
  }
}
