import { CambiumError, type TrainingProcedure } from '@cambium/core';
import type { LayersModel } from '@tensorflow/tfjs';
import type { Batch } from '../batches/batch-source.js';
import { measureNormalization } from '../batches/normalization.js';
import { type Evaluation, evaluateClassifier } from '../models/evaluate-classifier.js';
import type { Network } from '../models/forward.js';
import { type ModelFiles, saveNetwork } from '../models/model-files.js';
import type { TensorFlow } from '../tensorflow.js';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint, runIdentity } from './checkpoint.js';
import { openLearningModel } from './learning-model.js';
import { losses } from './losses/loss-registry.js';
import { type StepParts, trainStep } from './train-step.js';
import { variablesOf } from './trainable-variables.js';
import type { TrainingOptions } from './training-options.js';
import { type WeightAverage, weightAverage } from './weight-average.js';
import { withoutDropout } from './without-dropout.js';

/** A network in training on one backend. Dispose of it. */
export interface TrainingRun {
  readonly network: Network;
  /** Epochs that a resumed checkpoint had done; 0 otherwise. */
  readonly start: { readonly epoch: number };
  /** One update; `step` from 1. Gives the batch's loss before the update. */
  train(batch: Batch, learningRate: number, step: number): Promise<number>;
  validate(): Promise<Evaluation>;
  save(): Promise<ModelFiles>;
  checkpoint(epoch: number): Promise<Uint8Array>;
  dispose(): void;
}

export function openRun(options: TrainingOptions): TrainingRun {
  const { backend, graph, data, procedure, rng, signal } = options;
  const { tf } = backend;
  const identity = identify(options);
  const resumed = options.resume === undefined ? undefined : readCheckpoint(options.resume, identity);
  const learning = openLearningModel(tf, { graph, procedure, rng, resumed });
  const { model, place, updater } = learning;
  try {
    const { shape } = data;
    const normalization = measureNormalization(data.train.images, shape);
    const network: Network = { model, shape, normalization, architecture: graph };
    const average = openAverage(tf, model, { decay: procedure.emaDecay ?? 0, values: resumed?.average });
    const judged = <T>(work: () => Promise<T>): Promise<T> => (average === undefined ? work() : average.within(work));
    const parts: StepParts = { ...learning, ...openStep(model, procedure) };
    return {
      network,
      start: { epoch: resumed?.header.epoch ?? 0 },
      async train(batch, learningRate, step) {
        place.step = step;
        const loss = await trainStep(tf, parts, batch, { learningRate, step });
        average?.follow(step);
        return loss;
      },
      validate: () => judged(() => evaluateClassifier(tf, network, data.validation, signal)),
      save: () => judged(() => saveNetwork(tf, network)),
      async checkpoint(epoch) {
        const weights = await Promise.all(
          model.getWeights().map(async (weight) => Float32Array.from(await weight.data())),
        );
        const header = { epoch, optimizer: procedure.optimizer, run: identity };
        const slots = await updater.slots();
        if (average === undefined) return encodeCheckpoint({ header, weights, slots });
        return encodeCheckpoint({ header, weights, slots, average: await average.values() });
      },
      dispose() {
        average?.dispose();
        learning.dispose();
      },
    };
  } catch (error) {
    learning.dispose();
    throw error;
  }
}

/** What a step needs of the procedure, beside the updater. */
function openStep(model: LayersModel, procedure: TrainingProcedure): Pick<StepParts, 'loss' | 'sharpness'> {
  const loss = losses.get(procedure.loss ?? 'cross-entropy').create(procedure);
  const rho = procedure.samRho ?? 0;
  if (rho === 0) return { loss };
  return { loss, sharpness: { rho, statistics: variablesOf(model.nonTrainableWeights) } };
}

/** Undefined where the last weights are the result. */
function openAverage(
  tf: TensorFlow,
  model: LayersModel,
  { decay, values }: { readonly decay: number; readonly values: Float32Array | undefined },
): WeightAverage | undefined {
  if (decay === 0) return undefined;
  return weightAverage(tf, variablesOf(model.weights), { decay, ...(values === undefined ? {} : { values }) });
}

/** Procedure, augmentation and dropout may change at a resume, as population based training does; what weights fit may not. */
function identify({ graph, data, epochs, scheduleEpochs, rng }: TrainingOptions): string {
  const { shape, classes, train } = data;
  return runIdentity({
    graph: withoutDropout(graph),
    span: scheduleEpochs ?? epochs,
    data: [shape, classes, train.labels.length],
    seed: rng.fork('identity').int(2 ** 31),
  });
}

function readCheckpoint(bytes: Uint8Array, identity: string): Checkpoint {
  const checkpoint = decodeCheckpoint(bytes);
  if (checkpoint.header.run !== identity) {
    const message =
      'resume: the checkpoint belongs to another run; graph, scheduleEpochs, data and seed must be the same';
    throw new CambiumError('fix-input', message);
  }
  return checkpoint;
}
