import { type BatchPlace, batchesPerEpoch } from '../batches/batch-source.js';
import type { LabelledImages } from '../batches/labelled-images.js';
import { measureNormalization } from '../batches/normalization.js';
import { inlineBatches } from '../batches/open-batches.js';
import type { Evaluation } from '../models/evaluate-classifier.js';
import { optimizers } from '../training/optimizers/optimizer-registry.js';
import { batchTensors } from './batch-tensors.js';
import { choiceLayout, type Path } from './choices.js';
import { edgeGroups } from './edge-groups.js';
import { scoreSelection } from './score-selection.js';
import { splitHeldOut } from './split-held-out.js';
import { subsetUpdater } from './subset-updater.js';
import { openSupernet, type Supernet } from './supernet.js';
import type { SupernetOptions, SupernetProcedure } from './supernet-options.js';

/** A supernet in training by one strategy. Dispose of it. */
export interface SupernetSearch {
  readonly supernet: Supernet;
  /** Updates of the weights in an epoch. */
  readonly perEpoch: number;
  /** One update; gives the batch's loss. */
  step(place: BatchPlace): Promise<number>;
  /** A sentence when the search is to end after this epoch. */
  endEpoch(epoch: number): Promise<string | undefined>;
  /** Settles what the last epoch, of so many, has left open. */
  finish(epochs: number): Promise<void>;
  score(epoch: number): Promise<Evaluation>;
  probabilities(): readonly (readonly number[])[] | null;
  candidates(): readonly Path[] | undefined;
  /** Most bytes that the search’s tensors took at one time, measured in the first step. */
  peakBytes(): number;
  dispose(): Promise<void>;
}

export function openSearch(options: SupernetOptions): SupernetSearch {
  const { backend, superGraph, choices, data, procedure, epochs, rng } = options;
  const { tf } = backend;
  const { shape, classes } = data;
  const layout = choiceLayout(choices);
  const bytesBefore = tf.memory().numBytes;
  const supernet = openSupernet(tf, superGraph, {
    seed: rng.fork('weights').int(2 ** 31),
    partialChannels: options.partialChannels ?? 1,
  });
  const updater = subsetUpdater(tf, supernet.variables, { ...procedure, optimizer: optimizers.get('momentum') });
  const strategy = options.strategy({
    tf,
    supernet,
    layout,
    ...(supernet.partialChannels > 1 ? { edges: edgeGroups(superGraph, choices) } : {}),
    updater,
    rng: rng.fork('strategy'),
    momentum: procedure.momentum,
    weightDecay: procedure.weightDecay,
    ...(options.cost === undefined ? {} : { cost: options.cost }),
  });
  const normalization = measureNormalization(data.train.images, shape);
  const split = splitHeldOut(data, strategy.usesHeldOut ? options.heldOutShare : 0, rng.fork('held-out'));
  const source = (images: LabelledImages, name: string) =>
    inlineBatches(images, {
      shape,
      classes,
      batchSize: Math.min(procedure.batchSize, images.labels.length),
      normalization,
      augmentation: null,
      labelSmoothing: 0,
      mixup: 0,
      seed: rng.fork(name).int(2 ** 31),
      epochs,
      scheduleEpochs: epochs,
    });
  const weightBatches = source(split.weights, 'batches');
  const perEpoch = batchesPerEpoch(split.weights.labels.length, procedure.batchSize);
  const heldOutBatches = split.heldOut === undefined ? undefined : source(split.heldOut, 'held-out-batches');
  const heldOutCount = batchesPerEpoch(split.heldOut?.labels.length ?? 0, procedure.batchSize);
  const heldOut = async ({ epoch, index }: BatchPlace) => {
    const batch = await heldOutBatches?.batch({ epoch, index: index % heldOutCount });
    return batch === undefined ? undefined : batchTensors(tf, batch, shape);
  };
  const someHeldOut = async (place: BatchPlace) => {
    const batch = await heldOut(place);
    if (batch === undefined) throw new Error('the strategy asks for images that are not held out for it');
    return batch;
  };
  let peak = 0;
  return {
    supernet,
    perEpoch,
    async step({ epoch, index }) {
      const step = epoch * perEpoch + index;
      const batch = batchTensors(tf, await weightBatches.batch({ epoch, index }), shape);
      const judged = await heldOut({ epoch, index });
      const learningRate = cosineRate(procedure, step / (epochs * perEpoch));
      const work = {
        batch,
        heldOut: judged,
        learningRate,
        step: step + 1,
        epoch,
        epochs,
        rng: rng.fork(`step/${step}`),
      };
      try {
        if (step > 0) return await strategy.train(work);
        let loss = Number.NaN;
        const profile = await tf.profile(async () => {
          loss = await strategy.train(work);
          return [];
        });
        peak = profile.peakBytes - bytesBefore;
        return loss;
      } finally {
        tf.dispose([batch.inputs, batch.targets, ...(judged === undefined ? [] : [judged.inputs, judged.targets])]);
      }
    },
    async endEpoch(epoch) {
      return strategy.endEpoch?.({
        epoch,
        epochs,
        rng: rng.fork(`end/${epoch}`),
        heldOut: (index) => someHeldOut({ epoch, index }),
      });
    },
    async finish(done) {
      await strategy.finish?.({
        heldOutCount,
        heldOut: (index) => someHeldOut({ epoch: 0, index }),
        perEpoch,
        batch: async ({ epoch, index }) =>
          batchTensors(tf, await weightBatches.batch({ epoch: epochs + epoch, index }), shape),
        learningRate: procedure.learningRate,
        steps: done * perEpoch,
        rng: rng.fork('finish'),
        isAborted: () => options.signal?.aborted === true,
      });
    },
    score(epoch) {
      const draw = rng.fork(`score/${epoch}`);
      const { signal } = options;
      const images = data.validation;
      const details = { shape, normalization, images, ...(signal === undefined ? {} : { signal }) };
      return scoreSelection(tf, supernet, () => strategy.scored(draw), details);
    },
    probabilities() {
      const all = strategy.probabilities();
      if (all === null) return null;
      return choices.map(({ values }, choice) => values.map((_, i) => all[layout.offset(choice) + i] as number));
    },
    candidates: () => strategy.candidates?.(rng.fork('candidates')),
    peakBytes: () => peak,
    async dispose() {
      updater.dispose();
      supernet.dispose();
      await Promise.all([weightBatches.close(), heldOutBatches?.close()]);
    },
  };
}

/** Along half a cosine from the first to the last rate. */
function cosineRate({ learningRate, finalLearningRate }: SupernetProcedure, progress: number): number {
  return finalLearningRate + ((learningRate - finalLearningRate) * (1 + Math.cos(Math.PI * progress))) / 2;
}
