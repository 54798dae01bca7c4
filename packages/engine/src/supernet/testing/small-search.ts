import { createRng } from '@cambium/core';
import type { EngineBackend } from '../../backends/engine-backend.js';
import { smallData } from '../../testing/small-problem.js';
import type { SupernetOptions } from '../supernet-options.js';
import { cellChoices, cellSupernet } from './cell-supernet.js';

/** A search of the small cell on stripes that takes about a second. */
export function smallSearch(
  backend: EngineBackend,
  strategy: SupernetOptions['strategy'],
  change: Partial<SupernetOptions> = {},
): SupernetOptions {
  return {
    backend,
    superGraph: cellSupernet,
    choices: cellChoices,
    data: smallData,
    procedure: {
      batchSize: 32,
      learningRate: 0.05,
      finalLearningRate: 0.001,
      momentum: 0.9,
      weightDecay: 3e-4,
      clip: 5,
    },
    strategy,
    epochs: 2,
    heldOutShare: 0.5,
    rng: createRng(1),
    ...change,
  };
}
