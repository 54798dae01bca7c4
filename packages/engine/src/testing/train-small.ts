import { createRng } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import { trainClassifier } from '../training/train-classifier.js';
import { smallData, smallGraph, smallProcedure } from './small-problem.js';

export interface SmallTraining {
  readonly epochs: number;
  /** The checkpoint to go on from. */
  readonly resume?: Uint8Array;
}

/** Two steps an epoch: an emulated GPU takes seconds for each. */
const images = 64;
const { train } = smallData;
const data = {
  ...smallData,
  train: { images: train.images.subarray(0, images * 64), labels: train.labels.subarray(0, images) },
};

/** Trains the small problem, under a schedule of two epochs, and gives the checkpoint: every weight and slot. */
export async function trainSmall(backend: EngineBackend, { epochs, resume }: SmallTraining): Promise<Uint8Array> {
  const result = await trainClassifier({
    backend,
    graph: smallGraph,
    data,
    procedure: smallProcedure,
    augmentation: { kind: 'random-subset', ops: ['brightness'], count: 1, magnitude: 0.2 },
    epochs,
    scheduleEpochs: 2,
    rng: createRng(1),
    ...(resume === undefined ? {} : { resume }),
  });
  if (result.kind !== 'complete') throw new Error(`training is ${result.kind}`);
  return result.checkpoint;
}
