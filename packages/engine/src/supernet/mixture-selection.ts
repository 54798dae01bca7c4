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

/**
 * All options at once, each with its softmax weight (Liu et al. 2019, equation 2). With `edges` the vector goes on behind α
 * with β, whose softmax over each group of choices scales all options of a choice. Call it in a tidy.
 */
export function mixtureSelection(
  tf: TensorFlow,
  layout: ChoiceLayout,
  vector: Tensor1D,
  edges?: ChoiceLayout,
): Selection {
  const shares = softmaxShares(tf, layout, vector);
  const scales = edges === undefined ? undefined : edgeScales(tf, edges, tf.slice(vector, layout.size, edges.size));
  return ({ param, value }) => {
    const index = layout.indexOf({ param, value });
    if (index === undefined) return 'absent';
    const share = shares[index] as Scalar;
    const scale = scales?.get(param);
    return scale === undefined ? share : tf.mul(share, scale);
  };
}

function edgeScales(tf: TensorFlow, edges: ChoiceLayout, beta: Tensor1D): Map<string, Scalar> {
  const params = edges.choices.flatMap(({ values }) => values.map(String));
  const scales = softmaxShares(tf, edges, beta);
  return new Map(params.map((param, i) => [param, scales[i] as Scalar]));
}

/** Options to leave out of a mixture, by place in the layout: the others keep their weights, summing to one again. */
export function maskedAlpha(alpha: ArrayLike<number>, allowed: (index: number) => boolean): Float32Array {
  return Float32Array.from(alpha, (value, index) => (allowed(index) ? value : -1e9));
}
