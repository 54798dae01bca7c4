import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import type { ModelFiles } from '../models/model-files.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import { trainClassifier } from '../training/train-classifier.js';
import { exportModel } from './export-model.js';
import { exportFormats } from './export-registry.js';
import { verifyExport } from './verify-export.js';

let backend: EngineBackend;
let model: ModelFiles;
beforeAll(async () => {
  backend = await openBackend('wasm');
  const options = { backend, graph: smallGraph, data: smallData, procedure: smallProcedure, epochs: 2 };
  const result = await trainClassifier({ ...options, rng: createRng(5) });
  if (result.kind !== 'complete') throw new Error(result.kind);
  model = result.model;
});

/** What WASM can write; the others say why not. */
const writable = exportFormats.entries.filter(({ refusal }) => refusal({ name: 'wasm' }) === undefined);
const refused = exportFormats.entries.filter(({ refusal }) => refusal({ name: 'wasm' }) !== undefined);

describe('export', () => {
  it('has formats', () => expect(writable.length).toBeGreaterThan(0));

  it.each(writable.map(({ name }) => name))('%s predicts the same after a round trip', async (format) => {
    const before = backend.tf.memory().numTensors;
    const files = await exportModel(backend, model, { format });
    expect(await verifyExport(backend, model, { format, files })).toMatchObject({ same: true });
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it.each([...refused.map(({ name }) => name), 'no-such-format'])('refuses %s and says why', async (format) => {
    await expect(exportModel(backend, model, { format })).rejects.toThrow(/needs the native backend|unknown/);
  });
});

it('notices an export of other weights', async () => {
  const files = await exportModel(backend, model, { format: 'tfjs' });
  const weights = new Float32Array(files['weights.bin']!.slice().buffer).map((value) => value * 1.01);
  const changed = { ...files, 'weights.bin': new Uint8Array(weights.buffer) };
  expect(await verifyExport(backend, model, { format: 'tfjs', files: changed })).toMatchObject({ same: false });
});
