import { createRng } from '@cambium/core';
import { openBackend } from '../backends/open-backend.js';
import { exportModel } from '../export/export-model.js';
import { verifyExport } from '../export/verify-export.js';
import { trainClassifier } from '../training/train-classifier.js';
import { smallData, smallGraph, smallProcedure } from './small-problem.js';

/** Trains on native TensorFlow, writes a SavedModel and has TensorFlow load it; prints what came of it. */
const backend = await openBackend('native');
const options = { backend, graph: smallGraph, data: smallData, procedure: smallProcedure, epochs: 10 };
const result = await trainClassifier({ ...options, rng: createRng(5) });
if (result.kind !== 'complete') throw new Error(result.kind);
const files = await exportModel(backend, result.model, { format: 'saved-model' });
const check = await verifyExport(backend, result.model, { format: 'saved-model', files });
const report = { ...check, accuracy: result.metrics['val_accuracy'], tensors: backend.tf.memory().numTensors };
process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
