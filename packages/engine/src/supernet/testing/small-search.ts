import { createRng } from '@cambium/core';
import type { EngineBackend } from '../../backends/engine-backend.js';
import { smallData } from '../../testing/small-problem.js';
import type { SupernetOptions } from '../supernet-options.js';
import { cellChoices, cellSupernet } from './cell-supernet.js';

const images = 64;
const { train, validation } = smallData;
const data = {
  ...smallData,
  train: { images: train.images.subarray(0, images * 64), labels: train.labels.subarray(0, images) },
  validation: { images: validation.images.subarray(0, 30 * 64), labels: validation.labels.subarray(0, 30) },
};

/** A search of the small cell on a few stripes: two steps an epoch where half of them are held out. */
export function smallSearch(
  backend: EngineBackend,
  strategy: SupernetOptions['strategy'],
  change: Partial<SupernetOptions> = {},
): SupernetOptions {
  return {
    backend,
    superGraph: cellSupernet,
    choices: cellChoices,
    data,
    procedure: {
      batchSize: 16,
      learningRate: 0.05,
      finalLearningRate: 0.001,
      momentum: 0.9,
      weightDecay: 3e-4,
      clip: 5,
    },
    strategy,
    epochs: 1,
    heldOutShare: 0.5,
    rng: createRng(1),
    ...change,
  };
}
