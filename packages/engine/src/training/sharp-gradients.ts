import type { NamedTensorMap, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { FlatWeights } from './flat-weights.js';

export interface SharpnessParts {
  readonly flat: FlatWeights;
  /** Batch norm's moving statistics: they follow the weights that are kept, not those that are tried. */
  readonly statistics: readonly Variable[];
  /** How far from the weights, in the Euclidean norm. */
  readonly rho: number;
}

/**
 * Foret et al. 2021, sharpness-aware minimisation: the gradients at w + ρ · g / ‖g‖, from those at w. `again` computes
 * gradients once more, so a step takes twice as long. Leaves the variables there: the updater, which has w itself, moves
 * them on. Run it inside a tidy.
 */
export function sharpGradients(
  tf: TensorFlow,
  { flat, statistics, rho }: SharpnessParts,
  gradients: NamedTensorMap,
  again: () => NamedTensorMap,
): NamedTensorMap {
  const gradient = flat.flatten(gradients);
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  flat.assign(tf.add(flat.gather(), tf.mul(gradient, tf.div(rho, tf.add(norm, 1e-12)))));
  const kept = statistics.map((variable) => variable.clone());
  const sharp = again();
  statistics.forEach((variable, i) => variable.assign(kept[i] as typeof variable));
  return sharp;
}
