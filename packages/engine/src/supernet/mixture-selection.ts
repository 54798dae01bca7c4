import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ChoiceLayout } from './choices.js';
import type { Selection } from './selection.js';

/** The softmax of α over the values of each choice, as a scalar for each place. Differentiable. */
export function softmaxShares(tf: TensorFlow, layout: ChoiceLayout, alpha: Tensor1D): Scalar[] {
  return layout.choices.flatMap(({ values }, choice) => {
    const logits = tf.slice(alpha, layout.offset(choice), values.length);
    return tf.unstack(tf.softmax(logits)) as Scalar[];
  });
}

/** All options at once, each with its softmax weight (Liu et al. 2019, equation 2). Call it in a tidy. */
export function mixtureSelection(tf: TensorFlow, layout: ChoiceLayout, alpha: Tensor1D): Selection {
  const shares = softmaxShares(tf, layout, alpha);
  return (gate) => {
    const index = layout.indexOf(gate);
    return index === undefined ? 'absent' : (shares[index] as Scalar);
  };
}

/** Options to leave out of a mixture, by place in the layout: the others keep their weights, summing to one again. */
export function maskedAlpha(alpha: ArrayLike<number>, allowed: (index: number) => boolean): Float32Array {
  return Float32Array.from(alpha, (value, index) => (allowed(index) ? value : -1e9));
}
