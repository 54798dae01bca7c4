import type { NamedTensorMap, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { FlatWeights } from './flat-weights.js';
import { optimizerStep } from './optimizer-step.js';
import type { Optimizer, OptimizerSettings } from './optimizers/optimizer.js';

/** The optimizer's state at rest: one vector per slot. */
export type SlotValues = readonly Float32Array[];

/** Applies one optimizer to one network and keeps its state between steps. Dispose of it. */
export interface WeightUpdater {
  /** `step` from 1. The weights go on from where the last step left them, whatever the variables hold by now. */
  apply(gradients: NamedTensorMap, learningRate: number, step: number): void;
  slots(): Promise<SlotValues>;
  dispose(): void;
}

export interface UpdaterOptions {
  readonly optimizer: Optimizer;
  readonly settings: OptimizerSettings;
  readonly weightDecay: number;
  /** Largest norm of a gradient; 0, or absent: any. */
  readonly clip?: number;
  /** State to go on from; zeros when absent. */
  readonly slots?: SlotValues;
  /** Of the noise that some update rules add. */
  readonly seed: number;
}

export function weightUpdater(tf: TensorFlow, flat: FlatWeights, options: UpdaterOptions): WeightUpdater {
  const { optimizer, settings, weightDecay, clip = 0 } = options;
  let weights = flat.gather();
  let slots: readonly Tensor1D[] = Array.from({ length: optimizer.slots }, (_, i) => {
    const values = options.slots?.[i];
    return values === undefined ? (tf.zeros([flat.size]) as Tensor1D) : tf.tensor1d(values);
  });
  const decay = weightDecay > 0 ? tf.tensor1d(flat.decayMask().map((mask) => mask * weightDecay)) : undefined;
  return {
    apply(gradients, learningRate, step) {
      const next = tf.tidy(() => {
        const gradient = flat.flatten(gradients);
        const { segments } = flat;
        const seed = options.seed + step;
        const input = { weights, gradient, slots, learningRate, step, settings, segments, seed };
        const updated = optimizerStep(tf, input, { optimizer, clip, decay });
        flat.assign(updated.weights);
        // Kept: the caller may be inside a tidy of its own.
        return [updated.weights, ...updated.slots].map((tensor) => tf.keep(tensor));
      });
      tf.dispose([weights, ...slots]);
      [weights, ...slots] = next as [Tensor1D, ...Tensor1D[]];
    },
    slots: () => Promise.all(slots.map(async (slot) => Float32Array.from(await slot.data()))),
    dispose: () => tf.dispose([weights, ...slots, ...(decay === undefined ? [] : [decay])]),
  };
}
