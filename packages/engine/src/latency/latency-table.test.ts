import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallGraph } from '../testing/small-problem.js';
import { agreementOf } from './agreement.js';
import { createLatencyEntries, openLatencyEntries } from './latency-entries.js';
import { createLatencyTable } from './latency-table.js';

const quick = { warmUp: 1, runs: 5 };
let backend: EngineBackend;
let folder: string;
beforeAll(async () => {
  backend = await openBackend('wasm');
  folder = await mkdtemp(path.join(os.tmpdir(), 'cambium-latency-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the latency table', () => {
  it('adds what each block takes above the intercept to the intercept', async () => {
    const entries = createLatencyEntries();
    const [nothing, ...blocks] = [0.5, 0.7, 0.4, 2.5];
    const keys = [
      '1 × dropout {"rate":0} of 1',
      '1 × max-pool {"size":2,"stride":2} of 4×4×3',
      '1 × global-average-pool {} of 2×2×3',
      '1 × dense {"activation":"none","units":5} of 3',
    ];
    for (const [i, time] of [nothing, ...blocks].entries()) entries.set(keys[i] as string, time as number);
    const node = (id: string, block: string, attributes: object, inputs: string[]) => {
      return { id, block, attributes: attributes as Record<string, never>, inputs };
    };
    const nodes = [
      node('in', 'input', { shape: [4, 4, 3] }, []),
      node('pool', 'max-pool', {}, ['in']),
      node('vector', 'global-average-pool', {}, ['pool']),
      node('unread', 'dense', { units: 7 }, ['vector']),
      node('out', 'dense', { units: 5 }, ['vector']),
    ];
    const prediction = await createLatencyTable(backend, entries).predict({ version: 1, nodes, output: 'out' });
    // 0.5 + 0.2 + nothing for what is faster than nothing + 2.
    expect(prediction).toEqual({ milliseconds: expect.closeTo(2.7, 10), measured: 0 });
  });

  it('measures each block once, leaves no tensor, and finds it in the file again', async () => {
    const before = backend.tf.memory().numTensors;
    const table = createLatencyTable(backend, await openLatencyEntries(folder, backend), quick);
    const first = await table.predict(smallGraph);
    expect(first.measured).toBe(smallGraph.nodes.length);
    expect(await table.predict(smallGraph)).toEqual({ ...first, measured: 0 });
    const again = createLatencyTable(backend, await openLatencyEntries(folder, backend), quick);
    expect(await again.predict(smallGraph)).toEqual({ ...first, measured: 0 });
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('begins anew where the file is of another device or none', async () => {
    const [file = ''] = await readdir(folder);
    const other = { name: backend.name, device: `${backend.device}!` };
    expect((await openLatencyEntries(folder, other)).get('1 × dropout {"rate":0} of 1')).toBeUndefined();
    await writeFile(path.join(folder, file), 'not JSON');
    expect((await openLatencyEntries(folder, backend)).get('1 × dropout {"rate":0} of 1')).toBeUndefined();
  });
});

it('agreement is the mean relative error and the correlation of ranks', () => {
  expect(agreementOf([1.1, 1.8, 3], [1, 2, 3])).toEqual({
    meanAbsolutePercentageError: expect.closeTo(20 / 3, 10),
    spearman: expect.closeTo(1, 10),
  });
  // Σd² = 4 for ranks 1, 2, 3, 4 and 2, 1, 4, 3: ρ = 1 − 6·4 / (4·15) = 0.6.
  expect(agreementOf([1, 2, 3, 4], [20, 10, 40, 30]).spearman).toBeCloseTo(0.6, 10);
});
