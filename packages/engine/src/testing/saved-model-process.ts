import { buildModel } from '@cambium/architectures/blocks-build';
import { createRng } from '@cambium/core';
import { openBackend } from '../backends/open-backend.js';
import { exportModel } from '../export/export-model.js';
import { verifyExport } from '../export/verify-export.js';
import { trainClassifier } from '../training/train-classifier.js';
import { cellGraph } from './cell-graph.js';
import { smallData, smallGraph, smallProcedure } from './small-problem.js';

/** Trains on native TensorFlow, writes a SavedModel and has TensorFlow load it; prints what came of it. */
const backend = await openBackend('native');
const { tf } = backend;
const format = 'saved-model';
const options = { backend, graph: smallGraph, data: smallData, procedure: smallProcedure, epochs: 10 };
const result = await trainClassifier({ ...options, rng: createRng(5) });
if (result.kind !== 'complete') throw new Error(result.kind);
const files = await exportModel(backend, result.model, { format });
const check = await verifyExport(backend, result.model, { format, files });

/** The other blocks, untrained, every weight different. */
const model = buildModel(tf, cellGraph, { seed: 1 });
tf.tidy(() => {
  model.setWeights(model.getWeights().map(({ shape }, i) => tf.randomUniform(shape, 0.2, 1.2, 'float32', i)));
});
const cells = { model, shape: [8, 8, 1], normalization: { mean: [0], deviation: [1] } } as const;
const cellFiles = await exportModel(backend, cells, { format });
const { same: sameCells } = await verifyExport(backend, cells, { format, files: cellFiles });
model.dispose();

const report = { ...check, sameCells, accuracy: result.metrics['val_accuracy'], tensors: tf.memory().numTensors };
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
