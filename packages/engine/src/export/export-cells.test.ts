import { buildModel } from '@cambium/architectures/blocks-build';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import { cellGraph } from '../testing/cell-graph.js';
import { smallData, smallProcedure } from '../testing/small-problem.js';
import { trainClassifier } from '../training/train-classifier.js';
import { exportModel } from './export-model.js';
import { verifyExport } from './verify-export.js';

const backend = await openBackend('wasm');

describe('the blocks of cells and mobile networks', () => {
  it('are trained, and leave no tensor', async () => {
    const before = backend.tf.memory().numTensors;
    const options = { backend, graph: cellGraph, data: smallData, procedure: smallProcedure, epochs: 8 };
    const result = await trainClassifier({ ...options, rng: createRng(5) });
    // Chance is a third.
    expect(result.kind === 'complete' && result.metrics['val_accuracy']).toBeGreaterThan(0.6);
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it.each(['tfjs', 'keras-json', 'network-json'])('%s predicts the same after a round trip', async (format) => {
    const { tf } = backend;
    const model = buildModel(tf, cellGraph, { seed: 1 });
    tf.tidy(() => {
      // Every weight different, batch norm's moving statistics too: no two can be exchanged unseen.
      model.setWeights(model.getWeights().map(({ shape }, i) => tf.randomUniform(shape, 0.2, 1.2, 'float32', i)));
    });
    const network = {
      model,
      shape: [8, 8, 1],
      normalization: { mean: [0], deviation: [1] },
      architecture: cellGraph,
    } as const;
    const files = await exportModel(backend, network, { format });
    expect(await verifyExport(backend, network, { format, files })).toMatchObject({ same: true });
    model.dispose();
  });
});
