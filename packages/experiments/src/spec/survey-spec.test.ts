import { createRegistry, defineSearcher, type JsonObject, type SearcherDefinition } from '@cambium/core';
import { searchers } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { sphereSpec, tasks } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { surveySpec } from './survey-spec.js';

const rungs = defineSearcher({
  ...(testSearchers.get('uniform') as SearcherDefinition<never, null>),
  name: 'rungs',
  capabilities: { ...testSearchers.get('uniform').capabilities, multiFidelity: true },
});
const registries = {
  searchers: createRegistry('searcher', [...testSearchers.entries, rungs]),
  pruners: testPruners,
  tasks,
};
const survey = (change: JsonObject = {}) => surveySpec(sphereSpec(change), registries, { dataDir: '' });
const unfit = async (change: JsonObject) =>
  (await survey({ searcher: { name: 'uniform' }, ...change })).unfit.map(({ part, name }) => `${part} ${name}`);

const x = { type: 'float', low: 0, high: 1 };
const conditional = { hp: { kind: { type: 'categorical', choices: ['a', 'b'] }, x: { ...x, when: { kind: ['a'] } } } };
const two = [{ metric: 'loss' }, { metric: 'units' }];

describe('a survey', () => {
  it('finds nothing against a method that can do what is asked', async () => {
    expect(await survey({ searcher: { name: 'uniform' } })).toMatchObject({ prepared: { kind: 'ready' }, unfit: [] });
  });

  it('says which methods can’t search for several objectives, whichever is chosen', async () => {
    const single = testPruners.entries.filter(({ capabilities }) => !capabilities.multiObjective);
    const expected = ['searcher climb', ...single.map(({ name }) => `pruner ${name}`)];
    expect(single.length).toBeGreaterThan(0);
    expect(await unfit({ objectives: two })).toEqual(expected);
    expect(await unfit({ objectives: two, searcher: { name: 'climb' } })).toEqual(expected);
    expect(await unfit({ objectives: two, pruner: { name: single[0]?.name ?? '' } })).toEqual([
      'searcher climb',
      'searcher rungs',
      ...expected.slice(1),
    ]);
  });

  it('says which can’t search spaces with conditions', async () => {
    expect(await unfit({ space: conditional })).toEqual(['searcher climb']);
    const { unfit: found, prepared } = await survey({ space: conditional });
    expect(prepared).toMatchObject({ kind: 'refused', issues: [{ message: found[0]?.message }] });
  });

  it('says that a searcher that decides how long trials run takes no pruner, of either', async () => {
    const [pruner] = testPruners.names;
    expect(await unfit({ pruner: { name: pruner ?? '' } })).toEqual(['searcher rungs']);
    const pruners = testPruners.entries.map(({ name }) => `pruner ${name}`);
    expect(await unfit({ searcher: { name: 'rungs' } })).toEqual(pruners);
  });

  it('says which need another space or a larger budget, by the options of the one that is chosen', async () => {
    const all = { searchers, pruners: testPruners, tasks };
    const problems = async (change: JsonObject) => {
      const { prepared, unfit: found } = await surveySpec(sphereSpec(change), all, { dataDir: '' });
      const issues = prepared.kind === 'refused' ? prepared.issues : [];
      const own = found.filter(({ name }) => ['nested', 'staged'].includes(name));
      return { issues, unfit: Object.fromEntries(own.map(({ name, message }) => [name, message])) };
    };
    const alone = await problems({ searcher: { name: 'nested' } });
    expect(alone.unfit).toEqual({
      nested: expect.stringContaining('the space has hp alone'),
      staged: expect.stringContaining('hp would be a single stage'),
    });
    expect(alone.issues).toEqual([{ path: ['searcher', 'name'], code: 'one-branch', message: alone.unfit['nested'] }]);
    const space = { ...(sphereSpec()['space'] as JsonObject), train: { dialect: 'procedure' } };
    const usual = await problems({ space, searcher: { name: 'random' } });
    expect(usual.unfit).toEqual({
      nested: expect.stringContaining('nothing to search in arch'),
      staged: expect.stringContaining('hp and train would be a single stage'),
    });
    const options = { outer: { branches: ['train'] }, inner: { branches: ['hp'] } };
    const fitting = await problems({ space, searcher: { name: 'nested', options } });
    expect(fitting).toEqual({ issues: [], unfit: { staged: usual.unfit['staged'] } });
  });

  it('counts the points to begin with among the trials that a searcher needs', async () => {
    const uniform = testSearchers.get('uniform') as SearcherDefinition<never, null>;
    const needy = defineSearcher({
      ...uniform,
      name: 'needy',
      leastTrials: () => ({ trials: 5, needed: '2 networks and 3 policies' }),
    });
    const all = { ...registries, searchers: createRegistry('searcher', [uniform as SearcherDefinition, needy]) };
    const refused = async (change: JsonObject) =>
      (await surveySpec(sphereSpec({ searcher: { name: 'uniform' }, ...change }), all, { dataDir: '' })).unfit;
    expect(await refused({ budget: { maxTrials: 5 } })).toEqual([]);
    const message =
      'needy needs at least 5 trials here: 2 networks and 3 policies; give it as many, or change its options';
    expect(await refused({ budget: { maxTrials: 4 } })).toEqual([{ part: 'searcher', name: 'needy', message }]);
    const points = [{ 'hp.x': 0.5, 'hp.y': 0.5 }];
    const [more] = await refused({ budget: { maxTrials: 5 }, warmStart: { points } });
    expect(more?.message).toContain('at least 6 trials here: 2 networks and 3 policies, and the 1 to begin with');
  });

  it('reads what it can, whatever else is wrong', async () => {
    const { prepared, space, metrics, unfit: found } = await survey({ name: 7, objectives: two, searcher: 'climb' });
    expect(prepared.kind).toBe('refused');
    expect(space?.parameters.map(({ name }) => name)).toEqual(['hp.x', 'hp.y']);
    expect(metrics.map(({ name }) => name)).toContain('loss');
    expect(found.map(({ name }) => name)).toContain('climb');
  });

  it.each([[null], ['text'], [{}], [{ task: { name: 'gone' }, space: { hp: 3 } }]])('survives %j', async (input) => {
    const found = await surveySpec(input, registries, { dataDir: '' });
    expect(found).toMatchObject({ prepared: { kind: 'refused' }, metrics: [], unfit: [] });
    expect(found.space).toBeUndefined();
  });
});
