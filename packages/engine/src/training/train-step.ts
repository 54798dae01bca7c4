import type { LayersModel, Tensor2D } from '@tensorflow/tfjs';
import type { Batch } from '../batches/batch-source.js';
import type { TensorFlow } from '../tensorflow.js';
import type { FlatWeights } from './flat-weights.js';
import type { LossFunction } from './losses/loss.js';
import { type SharpnessParts, sharpGradients } from './sharp-gradients.js';
import type { WeightUpdater } from './weight-updater.js';

export interface StepParts {
  readonly model: LayersModel;
  readonly flat: FlatWeights;
  readonly updater: WeightUpdater;
  readonly loss: LossFunction;
  /** Absent: weights follow the gradients where they are. */
  readonly sharpness?: Omit<SharpnessParts, 'flat'>;
}

/** Forward, backward and one update; `step` from 1. Gives the batch's loss before the update. */
export async function trainStep(
  tf: TensorFlow,
  { model, flat, updater, loss, sharpness }: StepParts,
  { count, images, targets }: Batch,
  { learningRate, step }: { readonly learningRate: number; readonly step: number },
): Promise<number> {
  const inputShape = model.inputs[0]?.shape.slice(1) as number[];
  const result = tf.tidy(() => {
    const inputs = tf.tensor(images, [count, ...inputShape]);
    const labels = tf.tensor2d(targets, [count, targets.length / count]);
    const pass = () =>
      tf.variableGrads(
        () => loss(tf, model.apply(inputs, { training: true }) as Tensor2D, labels),
        [...flat.variables],
      );
    const { value, grads } = pass();
    const followed =
      sharpness === undefined ? grads : sharpGradients(tf, { flat, ...sharpness }, grads, () => pass().grads);
    updater.apply(followed, learningRate, step);
    return value;
  });
  const [value] = await result.data();
  result.dispose();
  return value as number;
}
