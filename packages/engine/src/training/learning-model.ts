import { buildModel } from '@cambium/architectures/blocks-build';
import type { Rng, TrainingProcedure } from '@cambium/core';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { Checkpoint } from './checkpoint.js';
import { dropPaths } from './drop-paths.js';
import { type FlatWeights, flatWeights } from './flat-weights.js';
import { optimizers } from './optimizers/optimizer-registry.js';
import { trainableVariables } from './trainable-variables.js';
import { prepareLayers, type TrainingPlace } from './training-layers.js';
import type { TrainingOptions } from './training-options.js';
import { type WeightUpdater, weightUpdater } from './weight-updater.js';

/** A network with what updates its weights, as a training procedure says. Dispose of it. */
export interface LearningModel {
  readonly model: LayersModel;
  /** To be set before each step: the layers that act by chance follow it. */
  readonly place: TrainingPlace;
  readonly flat: FlatWeights;
  readonly updater: WeightUpdater;
  dispose(): void;
}

export interface LearningModelOptions {
  readonly graph: TrainingOptions['graph'];
  readonly procedure: TrainingProcedure;
  readonly rng: Rng;
  /** Weights and the optimizer's state to go on from; drawn and zero when absent. */
  readonly resumed?: Checkpoint | undefined;
}

export function openLearningModel(tf: TensorFlow, options: LearningModelOptions): LearningModel {
  const { graph, procedure, rng, resumed } = options;
  const place: TrainingPlace = { step: 0 };
  const model = buildModel(tf, graph, { seed: rng.fork('weights').int(2 ** 31) });
  try {
    const paths = dropPaths(graph, procedure.dropPath ?? 0);
    prepareLayers(tf, model, { seed: rng.fork('dropout').int(2 ** 31), place, paths });
    if (resumed !== undefined) restoreWeights(tf, model, resumed);
    const flat = flatWeights(tf, trainableVariables(model));
    const updater = weightUpdater(tf, flat, {
      optimizer: optimizers.get(procedure.optimizer),
      settings: procedure,
      weightDecay: procedure.weightDecay,
      clip: procedure.clipNorm ?? 0,
      seed: rng.fork('noise').int(2 ** 31),
      // Those of another optimizer mean something else.
      ...(resumed?.header.optimizer === procedure.optimizer ? { slots: resumed.slots } : {}),
    });
    return {
      model,
      place,
      flat,
      updater,
      dispose() {
        updater.dispose();
        model.dispose();
      },
    };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function restoreWeights(tf: TensorFlow, model: LayersModel, { weights }: Checkpoint): void {
  tf.tidy(() => {
    const shapes = model.getWeights().map((weight: Tensor) => weight.shape);
    model.setWeights(shapes.map((shape, i) => tf.tensor(weights[i] as Float32Array, shape)));
  });
}
