import type { NamedTensorMap, Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { flatWeights } from '../training/flat-weights.js';
import { optimizerStep } from '../training/optimizer-step.js';
import type { Optimizer } from '../training/optimizers/optimizer.js';

export interface SubsetUpdaterOptions {
  readonly optimizer: Optimizer;
  readonly momentum: number;
  readonly weightDecay: number;
  /** Gradients with a larger norm are scaled down to it; 0: never. */
  readonly clip: number;
}

/**
 * Updates those variables that have a gradient and leaves the others bit by bit as they are: neither momentum nor weight
 * decay moves what a path did not use. Dispose of it.
 */
export interface SubsetUpdater {
  /** Gradients by variable name; `step` from 1. */
  apply(gradients: NamedTensorMap, learningRate: number, step: number): void;
  /** The first slot (momentum's velocity) of some variables, as one vector. */
  velocity(variables: readonly Variable[]): Tensor1D;
  dispose(): void;
}

export function subsetUpdater(
  tf: TensorFlow,
  variables: readonly Variable[],
  { optimizer, momentum, weightDecay, clip }: SubsetUpdaterOptions,
): SubsetUpdater {
  const slots = new Map<Variable, Variable[]>(
    variables.map((variable) => [
      variable,
      Array.from({ length: optimizer.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(variable), false))),
    ]),
  );
  const slotOf = (variable: Variable, index: number) => (slots.get(variable) as Variable[])[index] as Variable;
  return {
    apply(gradients, learningRate, step) {
      const used = variables.filter(({ name }) => gradients[name] !== undefined);
      if (used.length === 0) return;
      tf.tidy(() => {
        const flat = flatWeights(tf, used);
        const flatSlots = Array.from({ length: optimizer.slots }, (_, i) =>
          flatWeights(
            tf,
            used.map((variable) => slotOf(variable, i)),
          ),
        );
        const decay = weightDecay > 0 ? tf.tensor1d(flat.decayMask().map((mask) => mask * weightDecay)) : undefined;
        const input = {
          weights: flat.gather(),
          gradient: flat.flatten(gradients),
          slots: flatSlots.map((slot) => slot.gather()),
          learningRate,
          step,
          settings: { momentum },
          segments: flat.segments,
          seed: step,
        };
        const updated = optimizerStep(tf, input, { optimizer, clip, decay });
        flat.assign(updated.weights);
        flatSlots.forEach((slot, i) => void slot.assign(updated.slots[i] as Tensor1D));
      });
    },
    velocity: (used) =>
      flatWeights(
        tf,
        used.map((variable) => slotOf(variable, 0)),
      ).gather(),
    dispose: () => tf.dispose([...slots.values()].flat()),
  };
}
