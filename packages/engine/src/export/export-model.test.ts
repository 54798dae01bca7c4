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
    const reason = await exportFormats.get(format).uncheckable?.();
    const expected = reason === undefined ? { same: true } : { same: 'unchecked', reason };
    expect(await verifyExport(backend, model, { format, files })).toMatchObject(expected);
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

/** One class of three: a number that is none, with numbers after it. */
it.each([Number.NaN, Number.POSITIVE_INFINITY])('notices an export whose logits of one class are %d', async (value) => {
  const values = new Float32Array(model['weights.bin'].slice().buffer);
  values[offsetOf('out/bias', model['model.json'])] = value;
  const changed = { ...model, 'weights.bin': new Uint8Array(values.buffer) };
  // Even where the network itself predicts so: then nothing says that the other numbers are right.
  for (const original of [model, changed]) {
    expect(await verifyExport(backend, original, { format: 'tfjs', files: { ...changed } })).toEqual({
      same: false,
      maxDifference: Number.POSITIVE_INFINITY,
    });
  }
});

/** Where a weight starts in weights.bin, in values. */
function offsetOf(name: string, modelJson: Uint8Array): number {
  const { weightsManifest } = JSON.parse(new TextDecoder().decode(modelJson)) as {
    weightsManifest: { weights: { name: string; shape: number[] }[] }[];
  };
  const weights = weightsManifest.flatMap((group) => group.weights);
  const index = weights.findIndex((weight) => weight.name === name);
  if (index === -1) throw new Error(`no ${name} in ${weights.map((weight) => weight.name).join(', ')}`);
  return weights.slice(0, index).reduce((sum, { shape }) => sum + backend.tf.util.sizeFromShape(shape), 0);
}
