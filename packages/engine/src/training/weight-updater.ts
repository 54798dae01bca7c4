import type { NamedTensorMap, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { FlatWeights } from './flat-weights.js';
import type { Optimizer } from './optimizers/optimizer.js';

/** The optimizer's state at rest: one vector per slot. */
export type SlotValues = readonly Float32Array[];

/** Applies one optimizer to one network and keeps its state between steps. Dispose of it. */
export interface WeightUpdater {
  /** `step` from 1. */
  apply(gradients: NamedTensorMap, learningRate: number, step: number): void;
  slots(): Promise<SlotValues>;
  dispose(): void;
}

export interface UpdaterOptions {
  readonly optimizer: Optimizer;
  readonly momentum: number;
  readonly weightDecay: number;
  /** State to go on from; zeros when absent. */
  readonly slots?: SlotValues;
}

export function weightUpdater(tf: TensorFlow, flat: FlatWeights, options: UpdaterOptions): WeightUpdater {
  const { optimizer, momentum, weightDecay } = options;
  let weights = flat.gather();
  let slots: readonly Tensor1D[] = Array.from({ length: optimizer.slots }, (_, i) => {
    const values = options.slots?.[i];
    return values === undefined ? (tf.zeros([flat.size]) as Tensor1D) : tf.tensor1d(values);
  });
  const mask = weightDecay > 0 ? tf.tensor1d(flat.decayMask()) : undefined;
  return {
    apply(gradients, learningRate, step) {
      const next = tf.tidy(() => {
        let gradient = flat.flatten(gradients);
        let current = weights;
        if (mask !== undefined && optimizer.decoupledDecay) {
          current = tf.mul(weights, tf.sub(1, tf.mul(mask, learningRate * weightDecay)));
        } else if (mask !== undefined) {
          gradient = tf.add(gradient, tf.mul(weights, tf.mul(mask, weightDecay)));
        }
        const updated = optimizer.update(tf, { weights: current, gradient, slots, learningRate, step, momentum });
        flat.assign(updated.weights);
        // Kept: the caller may be inside a tidy of its own.
        return [updated.weights, ...updated.slots].map((tensor) => tf.keep(tensor));
      });
      tf.dispose([weights, ...slots]);
      [weights, ...slots] = next as [Tensor1D, ...Tensor1D[]];
    },
    slots: () => Promise.all(slots.map(async (slot) => Float32Array.from(await slot.data()))),
    dispose: () => tf.dispose([weights, ...slots, ...(mask === undefined ? [] : [mask])]),
  };
}
