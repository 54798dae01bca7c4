import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildModel } from '@cambium/architectures/blocks-build';
import type { ArchitectureGraph } from '@cambium/core';
import { beforeAll, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import type { Network } from '../models/forward.js';
import { smallGraph } from '../testing/small-problem.js';
import type { ExportFiles } from './export-format.js';
import { exportModel } from './export-model.js';
import { npy, readNpy } from './npy.js';
import { verifyExport } from './verify-export.js';
import { unzipStored } from './zip.js';

let backend: EngineBackend;
let network: Network;
let files: ExportFiles;
beforeAll(async () => {
  backend = await openBackend('wasm');
  network = randomNetwork(smallGraph);
  files = await exportModel(backend, network, { format: 'keras-json' });
});

/** Every weight different, batch norm's moving statistics too: no two can be exchanged unseen. */
function randomNetwork(graph: ArchitectureGraph): Network {
  const { tf } = backend;
  const model = buildModel(tf, graph, { seed: 1 });
  tf.tidy(() => {
    model.setWeights(model.getWeights().map((weight, i) => tf.randomUniform(weight.shape, 0.2, 1.2, 'float32', i)));
  });
  return { model, shape: [8, 8, 1], normalization: { mean: [0], deviation: [1] } };
}

it('holds the arrays of each layer in the order of the layers, batch norm’s as Keras has them', () => {
  const entries = unzipStored(files['weights.npz']!);
  expect(entries.slice(0, 7).map(({ name }) => name)).toEqual([
    'a/0.npy',
    ...[0, 1, 2, 3].map((i) => `a_norm/${i}.npy`),
    'b_widen/0.npy',
    'b_widen-norm/0.npy',
  ]);
  const { weights } = network.model.getLayer('a/norm');
  const expected = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) => {
    const weight = weights.find(({ originalName }) => originalName === `a/norm/${part}`);
    return weight?.read().dataSync();
  });
  expect(entries.slice(1, 5).map(({ bytes }) => readNpy(bytes).values)).toEqual(expected);
  expect(entries.length).toBe(network.model.weights.length);
});

it('has no slash in the name of a layer, and no name twice', async () => {
  const conv = { filters: 4, kernel: 3, stride: 1, activation: 'relu', norm: true };
  const nodes = [
    { id: 'in', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
    { id: 'a', block: 'conv', attributes: conv, inputs: ['in'] },
    // The name that a/norm, a layer of the block before, would get.
    { id: 'a_norm', block: 'conv', attributes: conv, inputs: ['a'] },
    { id: 'g', block: 'global-average-pool', attributes: {}, inputs: ['a_norm'] },
    { id: 'out', block: 'dense', attributes: { units: 3, activation: 'none' }, inputs: ['g'] },
  ];
  const other = randomNetwork({ version: 1, nodes, output: 'out' });
  const exported = await exportModel(backend, other, { format: 'keras-json' });
  expect(await verifyExport(backend, other, { format: 'keras-json', files: exported })).toMatchObject({ same: true });
  const json = JSON.parse(new TextDecoder().decode(exported['architecture.json'])) as {
    config: { layers: { name: string }[] };
  };
  const names = json.config.layers.map(({ name }) => name);
  expect(names).toContain('a_norm');
  expect(names.filter((name) => name.includes('/'))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

const run = promisify(execFile);
const keras = await run('python3', ['-c', 'import keras']).then(
  () => 'found' as const,
  (error: Error) => error.message.trim().split('\n').at(-1),
);
const withKeras = keras === 'found' ? it : it.skip;
if (keras !== 'found') console.warn(`Keras does not load the export here: ${keras}`);

const program = `
import json, sys
import numpy
from load import load
print(json.dumps(load().predict(numpy.load("inputs.npy"), verbose=0).tolist()))
`;

withKeras(
  'Keras loads the files with load.py and predicts the same',
  async () => {
    const { tf } = backend;
    const inputs = tf.randomNormal([5, 8, 8, 1], 0, 1, 'float32', 3);
    const expected = network.model.predict(inputs) as typeof inputs;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'cambium-keras-'));
    try {
      const images = npy(inputs.dataSync<'float32'>(), inputs.shape);
      for (const [name, bytes] of Object.entries({ ...files, 'inputs.npy': images })) {
        await writeFile(path.join(folder, name), bytes);
      }
      const { stdout } = await run('python3', ['-c', program], { cwd: folder });
      const logits = (JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as number[][]).flat();
      const values = [...expected.dataSync()];
      const scale = Math.max(...values.map(Math.abs));
      expect(logits.map((value) => value / scale)).toEqual(values.map((value) => expect.closeTo(value / scale, 4)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
