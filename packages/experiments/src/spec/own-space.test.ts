import { createRegistry, defineTask, type JsonObject, type TaskManifest } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { sphereSpec, tasks } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { prepareSpec } from './prepare-spec.js';

const x = { type: 'float', low: 0, high: 1 };
const conditional = { ...x, when: { kind: ['a'] } };

const settings = z.strictObject({ space: z.enum(['plain', 'conditional', 'none']), wide: z.boolean().default(false) });

/** A task without images, which brings a space, or says that it does. */
const offering = defineTask<z.infer<typeof settings>>({
  name: 'offering',
  summary: 'A task with a space of its own.',
  settings,
  branches: ['hp'],
  ownSpace: true,
  hyperparameters: ({ wide }) => ({
    x: { meaning: 'Needed', value: z.number().max(wide ? 10 : 1), required: true },
    kind: { meaning: 'Any', value: z.string() },
  }),
  retrainsFinal: false,
  metrics: () => [{ name: 'loss', description: '', unit: '', direction: 'minimize', when: 'report' }],
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
const { space: _, ...spaceless } = sphereSpec();
const prepare = (spec: JsonObject) => prepareSpec(spec, registries, { dataDir: '' });
const offeringSpec = (space: string, change: JsonObject = {}) => ({
  ...spaceless,
  task: { name: 'offering', settings: { space, ...change } },
});

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
    const own = { hp: { x: { ...x, high: 0.5 } } };
    expect(await prepare({ ...offeringSpec('plain'), space: own })).toMatchObject({
      kind: 'ready',
      spec: { space: own },
    });
  });

  it('keeps all else that it says, the points to begin with too', async () => {
    const points = [{ 'hp.x': 0.25 }];
    const prepared = await prepare({ ...offeringSpec('plain'), warmStart: { points }, reuseResults: true });
    expect(prepared).toMatchObject({ kind: 'ready', spec: { warmStart: { points }, reuseResults: true } });
    const refused = await prepare({ ...offeringSpec('plain'), warmStart: { points: [{ 'hp.y': 1 }] } });
    expect(refused).toMatchObject({ kind: 'refused', issues: [{ path: ['warmStart', 'points', 0, 'hp.y'] }] });
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

  it.each<[string, JsonObject, JsonObject, ...string[]]>([
    ['another parameter', { x, y: x }, {}, 'space.hp.y', 'unknown-hyperparameter'],
    ['none of those it needs', { kind: { type: 'categorical', choices: ['a'] } }, {}, 'space.hp.x', 'missing'],
    ['values that its settings do not allow', { x: { ...x, high: 5 } }, {}, 'space.hp.x.high', 'bad-range'],
    ['values that its settings allow', { x: { ...x, high: 5 } }, { wide: true }],
  ])('is checked by a task whose settings decide: %s', async (_, hp, change, ...expected) => {
    const prepared = await prepare({ ...offeringSpec('plain', change), space: { hp } });
    const issues = prepared.kind === 'refused' ? prepared.issues : [];
    expect(issues.map((issue) => [issue.path.join('.'), issue.code])).toEqual(expected.length === 0 ? [] : [expected]);
  });

  it('brings a task that does not keep its word to light', async () => {
    await expect(prepare(offeringSpec('none'))).rejects.toThrow(/offers none/);
  });
});
