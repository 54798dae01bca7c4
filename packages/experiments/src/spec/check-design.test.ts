import { createRegistry, defineTask, type JsonObject, type TaskManifest } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { sphereSpec } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { prepareSpec } from './prepare-spec.js';

/** A task of images that knows one block only. */
const picky = defineTask({
  name: 'picky',
  summary: 'A task of images.',
  settings: z.strictObject({}),
  branches: ['arch'],
  hyperparameters: {},
  retrainsFinal: false,
  metrics: () => [{ name: 'loss', description: '', unit: '', direction: 'minimize', when: 'report' }],
  prepare: async () => ({ kind: 'ready', context: { inputShape: [8, 8, 1], classes: 2 }, maxStep: 1 }),
  designIssues: ({ arch }) =>
    (arch?.nodes ?? []).flatMap(({ id, block }, i) =>
      block === 'resize' ? [{ path: ['arch', 'nodes', i, 'block'], code: 'unknown', message: `not ${id}` }] : [],
    ),
  staticMetrics: () => ({}),
});
const registries = {
  searchers: testSearchers,
  pruners: testPruners,
  tasks: createRegistry<TaskManifest>('task', [picky]),
};
const prepare = (arch: JsonObject) =>
  prepareSpec(sphereSpec({ task: { name: 'picky' }, space: { arch } }), registries, { dataDir: '' });

describe('a network that is written out', () => {
  const input = { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] };
  const given = (block: string) => ({
    dialect: 'network',
    version: 1,
    nodes: [input, { id: 'second', block, attributes: {}, inputs: ['image'] }],
    output: 'second',
  });

  it('is accepted when the task can train it', async () => {
    expect(await prepare(given('dense'))).toMatchObject({ kind: 'ready' });
  });

  it('is refused at its place in the specification when the task can not', async () => {
    expect(await prepare(given('resize'))).toEqual({
      kind: 'refused',
      issues: [{ path: ['space', 'arch', 'nodes', 1, 'block'], code: 'unknown', message: 'not second' }],
      maxStep: 1,
    });
  });
});
