import type { Variable } from '@tensorflow/tfjs';
import { type BatchPlace, type BatchSettings, batchesPerEpoch } from '../batches/batch-source.js';
import type { LabelledImages } from '../batches/labelled-images.js';
import { measureNormalization, type Normalization } from '../batches/normalization.js';
import { type Evaluation, evaluateClassifier } from '../models/evaluate-classifier.js';
import { splitHeldOut } from '../supernet/split-held-out.js';
import { type LearningModel, openLearningModel } from '../training/learning-model.js';
import { learningRateAt } from '../training/schedule.js';
import { variablesOf } from '../training/trainable-variables.js';
import type { PolicySearchOptions } from './policy-search-options.js';

/** The network that a policy is learnt with, and the images of both. Dispose of it. */
export interface PolicyNetwork extends LearningModel {
  /** No image is in both. */
  readonly images: { readonly weights: LabelledImages; readonly heldOut: LabelledImages };
  readonly normalization: Normalization;
  /** Batches of the images that train the network. */
  readonly perEpoch: number;
  /** Of batches from some images, without augmentation; the name makes their order their own. */
  batchSettings(images: LabelledImages, name: string): BatchSettings;
  /** Where the held-out batch is that goes with one of the others: they come again in turn. */
  heldOutPlace(place: BatchPlace): BatchPlace;
  /** To be called before each step, which it counts from 1. */
  begin(place: BatchPlace): { readonly step: number; readonly learningRate: number };
  /** Passes that leave no trace in the statistics of normalisation. Call it in a tidy. */
  keepingStatistics<T>(passes: () => T): T;
  validate(): Promise<Evaluation>;
}

export function openPolicyNetwork(options: PolicySearchOptions): PolicyNetwork {
  const { backend, graph, data, procedure, epochs, rng, signal } = options;
  const { tf } = backend;
  const { shape, classes } = data;
  const { weights, heldOut } = splitHeldOut(data, options.heldOutShare, rng.fork('held-out'));
  if (heldOut === undefined) throw new Error('a policy is learnt by images that are held out');
  const normalization = measureNormalization(data.train.images, shape);
  const heldOutCount = batchesPerEpoch(heldOut.labels.length, procedure.batchSize);
  const perEpoch = batchesPerEpoch(weights.labels.length, procedure.batchSize);
  const network = openLearningModel(tf, { graph, procedure, rng });
  const { model, place } = network;
  const statistics = variablesOf(model.nonTrainableWeights);
  return {
    ...network,
    images: { weights, heldOut },
    normalization,
    perEpoch,
    batchSettings: ({ labels }, name) => ({
      shape,
      classes,
      batchSize: Math.min(procedure.batchSize, labels.length),
      normalization,
      augmentation: null,
      labelSmoothing: procedure.labelSmoothing,
      mixup: 0,
      seed: rng.fork(name).int(2 ** 31),
      epochs,
      scheduleEpochs: epochs,
    }),
    heldOutPlace: ({ epoch, index }) => ({ epoch, index: index % heldOutCount }),
    begin({ epoch, index }) {
      const step = epoch * perEpoch + index;
      place.step = step + 1;
      return { step: step + 1, learningRate: learningRateAt(procedure, step, epochs * perEpoch) };
    },
    keepingStatistics(passes) {
      const kept = statistics.map((variable) => variable.clone());
      const result = passes();
      statistics.forEach((variable, i) => variable.assign(kept[i] as Variable));
      return result;
    },
    validate: () => evaluateClassifier(tf, { model, shape, normalization }, data.validation, signal),
  };
}
