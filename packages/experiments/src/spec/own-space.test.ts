import { createRegistry, defineTask, type JsonObject, type TaskManifest } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { sphereSpec, tasks } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { prepareSpec } from './prepare-spec.js';

const x = { type: 'float', low: 0, high: 1 };
const conditional = { ...x, when: { kind: ['a'] } };

/** A task without images, which brings a space. */
const offering = defineTask<{ space: 'plain' | 'conditional' | 'none' }>({
  ...(tasks.get('sphere') as TaskManifest<never>),
  name: 'offering',
  settings: {
    safeParse: (input) => ({ success: true, data: input as { space: 'plain' | 'conditional' | 'none' } }),
  },
  ownSpace: true,
  prepare: async ({ space }) => ({
    kind: 'ready',
    context: {},
    maxStep: 1,
    ...(space === 'plain' ? { space: { hp: { x } } } : {}),
    ...(space === 'conditional'
      ? { space: { hp: { kind: { type: 'categorical', choices: ['a', 'b'] }, x: conditional } } }
      : {}),
  }),
  staticMetrics: () => ({}),
});
const registries = {
  searchers: testSearchers,
  pruners: testPruners,
  tasks: createRegistry<TaskManifest>('task', [...tasks.entries, offering]),
};
const { space: given, ...spaceless } = sphereSpec();
const prepare = (spec: JsonObject) => prepareSpec(spec, registries, { dataDir: '' });
const offeringSpec = (space: string) => ({ ...spaceless, task: { name: 'offering', settings: { space } } });

describe('a specification without a space', () => {
  it.each([
    ['absent', {}],
    ['null', { space: null }],
    ['empty', { space: {} }],
  ])('gets the space of its task where its own is %s', async (_, change) => {
    expect(await prepare({ ...offeringSpec('plain'), ...change })).toMatchObject({
      kind: 'ready',
      spec: { space: { hp: { x } } },
      context: {},
    });
  });

  it('keeps the space that it gives', async () => {
    const prepared = await prepare({ ...offeringSpec('plain'), space: given ?? null });
    expect(prepared).toMatchObject({ kind: 'ready', spec: { space: given } });
  });

  it('is refused when the task brings none', async () => {
    const issue = { path: ['space'], code: 'missing', message: expect.stringContaining('hp: {') };
    expect(await prepare(spaceless)).toEqual({ kind: 'refused', issues: [issue] });
    expect(await prepare({ ...spaceless, space: {} })).toMatchObject({ issues: [{ code: 'empty-space' }] });
  });

  it('is refused when its searcher is not up to the task’s space', async () => {
    const refused = { kind: 'refused', issues: [{ path: ['searcher', 'name'], code: 'no-conditions' }] };
    expect(await prepare(offeringSpec('conditional'))).toMatchObject(refused);
  });

  it('brings a task that does not keep its word to light', async () => {
    await expect(prepare(offeringSpec('none'))).rejects.toThrow(/offers none/);
  });
});
