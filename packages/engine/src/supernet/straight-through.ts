import type { Gate } from '@cambium/core';
import type { Scalar } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ChoiceLayout } from './choices.js';
import type { Selection } from './selection.js';

/** Shares of a layout's options as tensors and as the numbers that they are now. */
export interface Shares {
  readonly layout: ChoiceLayout;
  readonly tensors: readonly Scalar[];
  readonly values: ArrayLike<number>;
}

/**
 * Options count `weightOf` forward and their shares backward: what a share lacks is a constant. Those without a weight are
 * not run, nor those of which there is no share. Call it in a tidy.
 */
export function straightThrough(
  tf: TensorFlow,
  { layout, tensors, values }: Shares,
  weightOf: (gate: Gate) => number | undefined,
): Selection {
  return (gate) => {
    const index = layout.indexOf(gate);
    const weight = index === undefined ? undefined : weightOf(gate);
    if (index === undefined || weight === undefined) return 'absent';
    return tf.add(tensors[index] as Scalar, weight - (values[index] as number));
  };
}
