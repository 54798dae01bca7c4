import { randomUUID } from 'node:crypto';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, lrSearch, unifiedSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
}, 60_000);
afterAll(() => test.stop());

async function create(spec: object, start = false): Promise<string> {
  const { data, errors } = await test.graphql(createExperiment, { spec, start });
  expect(errors).toEqual([]);
  expect(data.createExperiment.errors).toEqual([]);
  return data.createExperiment.experiment.id;
}

describe('createExperiment', () => {
  it('makes one experiment of requests with the same id', async () => {
    const create = `mutation ($id: ID, $spec: JSON!) {
      createExperiment(id: $id, spec: $spec, start: false) { experiment { id name } errors { path code } } }`;
    const send = async (id: string, spec: object = lrSearch) =>
      (await test.graphql(create, { id, spec })).data.createExperiment;
    const count = async () => (await test.graphql('{ experiments { totalCount } }')).data.experiments.totalCount;
    const before = await count();
    const id = randomUUID();
    const answers = await Promise.all([send(id), send(id.toUpperCase()), send(id)]);
    expect(answers.map(({ experiment }) => experiment?.id)).toEqual([id, id, id]);
    expect((await send(id)).experiment).toEqual(answers[0].experiment);
    expect(await count()).toBe(before + 1);
    expect(await send(id, { ...lrSearch, seed: 99 })).toEqual({
      experiment: null,
      errors: [{ path: ['id'], code: 'id-taken' }],
    });
    expect(await send('mine')).toEqual({ experiment: null, errors: [{ path: ['id'], code: 'bad-id' }] });
    expect(await count()).toBe(before + 1);
  });

  it('stores and starts a good specification', async () => {
    const { data } = await test.graphql(createExperiment, { spec: lrSearch });
    expect(data.createExperiment).toMatchObject({
      errors: [],
      experiment: { name: 'learning rates', state: 'running', maxTrials: 6, searcherName: 'random' },
    });
    const { id } = data.createExperiment.experiment;
    const { data: page } = await test.graphql('query ($id: ID!) { experiment(id: $id) { counts { waiting } } }', {
      id,
    });
    expect(page.experiment.counts.waiting).toBe(2);
  });

  it('answers what is wrong as data, with the path, and makes nothing', async () => {
    const before = (await test.graphql('{ experiments { totalCount } }')).data.experiments.totalCount;
    const spec = {
      ...lrSearch,
      searcher: { name: 'randon' },
      objectives: [{ metric: 'speed', direction: 'maximize' }],
    };
    const { data, errors } = await test.graphql(createExperiment, { spec });
    expect(errors).toEqual([]);
    expect(data.createExperiment.experiment).toBeNull();
    const paths = data.createExperiment.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(paths).toContain('searcher.name');
    expect(paths).toContain('objectives.0.metric');
    expect(JSON.stringify(data.createExperiment.errors)).toMatch(/did you mean \\"random\\"/);
    const after = (await test.graphql('{ experiments { totalCount } }')).data.experiments.totalCount;
    expect(after).toBe(before);
  });

  it.each([7, 'text', [], {}])('refuses %j with an error as data', async (spec) => {
    const { data } = await test.graphql(createExperiment, { spec });
    expect(data.createExperiment.errors.length).toBeGreaterThan(0);
  });
});

describe('validateExperiment', () => {
  it('fills in defaults, and gives YAML that can be created again', async () => {
    const query = `query ($spec: JSON!) { validateExperiment(spec: $spec) {
      errors { path message } spec specYaml parameters { name branch domain conditions } } }`;
    const { data } = await test.graphql(query, { spec: unifiedSearch });
    const { errors, spec, specYaml, parameters } = data.validateExperiment;
    expect(errors).toEqual([]);
    expect(spec.budget.maxAttempts).toBeGreaterThanOrEqual(1);
    expect(specYaml).toMatch(/^name: unified\n/);
    const names = parameters.map(({ name }: { name: string }) => name);
    expect(names).toContain('hp.lr');
    expect(names.some((name: string) => name.startsWith('arch.'))).toBe(true);
    expect(names.some((name: string) => name.startsWith('aug.'))).toBe(true);
  });

  it('says what is wrong', async () => {
    const spec = { ...lrSearch, space: { hp: { lr: { type: 'float', low: 1, high: 0.1 } } } };
    const query = 'query ($spec: JSON!) { validateExperiment(spec: $spec) { errors { path } spec } }';
    const { data } = await test.graphql(query, { spec });
    expect(data.validateExperiment.spec).toBeNull();
    expect(data.validateExperiment.errors[0].path.slice(0, 3)).toEqual(['space', 'hp', 'lr']);
  });
});

describe('the life of an experiment', () => {
  const change = (field: string, id: string, args = '') =>
    test.graphql(
      `mutation ($id: ID!) { ${field}(id: $id${args}) { experiment { id name state maxTrials } errors { code message } } }`,
      { id },
    );

  it('goes from created over paused to stopped, and can be extended and cloned', async () => {
    const id = await create(lrSearch);
    const states: string[] = [];
    for (const field of ['startExperiment', 'pauseExperiment', 'resumeExperiment', 'stopExperiment']) {
      const { data } = await change(field, id);
      expect(data[field].errors).toEqual([]);
      states.push(data[field].experiment.state);
    }
    expect(states).toEqual(['running', 'paused', 'running', 'stopped']);

    const extended = await change('extendExperiment', id, ', trials: 4');
    expect(extended.data.extendExperiment.experiment).toMatchObject({ state: 'running', maxTrials: 10 });
    const cloned = await change('cloneExperiment', id, ', name: "again", start: false');
    expect(cloned.data.cloneExperiment.experiment).toMatchObject({ name: 'again', state: 'created', maxTrials: 6 });
    expect(cloned.data.cloneExperiment.experiment.id).not.toBe(id);
    await change('stopExperiment', id);
  });

  it('answers what the state does not allow as data', async () => {
    const id = await create(lrSearch);
    const { data, errors } = await change('resumeExperiment', id);
    expect(errors).toEqual([]);
    expect(data.resumeExperiment.errors[0].code).toBe('conflict');
  });

  it.each(['not-a-uuid', '00000000-0000-4000-8000-000000000000'])('answers that %s is not there', async (id) => {
    const { data } = await change('stopExperiment', id);
    expect(data.stopExperiment.errors[0].code).toBe('not-found');
    const read = await test.graphql('query ($id: ID!) { experiment(id: $id) { id } trial(id: $id) { id } }', { id });
    expect(read).toMatchObject({ status: 200, errors: [], data: { experiment: null, trial: null } });
  });
});

describe('experiments', () => {
  const list = `query ($first: Int!, $after: String, $filter: ExperimentFilter, $sort: ExperimentSort) {
    experiments(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor node { name } } } }`;
  const names = (data: { experiments: { edges: { node: { name: string } }[] } }) =>
    data.experiments.edges.map(({ node }) => node.name);

  beforeAll(async () => {
    for (const letter of ['c', 'a', 'e', 'b', 'd']) await create({ ...lrSearch, name: `paged ${letter}` });
  });

  it('pages through a filtered, sorted list', async () => {
    const query = { first: 2, filter: { nameContains: 'PAGED' }, sort: { field: 'name', order: 'ASC' } };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await test.graphql(list, { ...query, after });
      expect(errors).toEqual([]);
      expect(data.experiments.totalCount).toBe(5);
      seen.push(...names(data));
      after = data.experiments.pageInfo.hasNextPage ? data.experiments.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['paged a', 'paged b', 'paged c', 'paged d', 'paged e']);
  });

  it('combines filters with and / or', async () => {
    const filter = {
      and: [{ or: [{ nameContains: 'paged a' }, { nameContains: 'paged d' }] }, { searcherIn: ['random'] }],
      stateIn: null,
    };
    const { data } = await test.graphql(list, { first: 10, filter, sort: { field: 'name', order: 'DESC' } });
    expect(names(data)).toEqual(['paged d', 'paged a']);
  });

  it.each([{ first: 0 }, { first: 501 }, { first: 10, after: 'not a cursor' }])(
    'refuses %j and says why',
    async (variables) => {
      const { data, errors } = await test.graphql(list, variables);
      expect(data).toBeNull();
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors[0]?.message).toMatch(/first|cursor/);
    },
  );

  it('refuses filters without end', async () => {
    let filter: object = { nameContains: 'x' };
    for (let i = 0; i < 50; i++) filter = { and: [filter] };
    const { errors } = await test.graphql(list, { first: 1, filter });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('costs the same number of statements for two experiments as for six, each with a best trial', async () => {
    const ids = new Set<string>();
    for (let i = 0; i < 6; i++) {
      ids.add(await create({ ...lrSearch, name: `costed ${i}`, budget: { maxTrials: 3, maxParallel: 2 } }, true));
    }
    await finishOneTrialOf(ids);
    await promoteTheBestOf(ids);
    const query = `query ($first: Int!) { experiments(first: $first, filter: { nameContains: "costed" }) {
      totalCount edges { node { id name bestTrial { number design { hp } } finalTrials { number }
      promotion { by trial { number } score { metric value } }
      history { number best totalCount } deviceSeconds costHistory { seconds trials best number totalCount } curves(metric: "val_accuracy") { totalCount curves { trialNumber value } }
      paretoFront(first: 3) { totalCount edges { node { number onFront } } }
      objectiveValues { totalCount values front { number } }
      trials(first: 3) { totalCount edges { node { number onFront design { hp architecture { hash } }
        attempts { state runnerName } reports(last: 5) { step } artifacts { name } } } }
    } } } }`;
    const cost = async (first: number) => {
      test.takeStatements();
      const { data, errors } = await test.graphql(query, { first });
      const statements = test.takeStatements();
      expect(errors).toEqual([]);
      const nodes = data.experiments.edges.map(({ node }: { node: object }) => node);
      expect(nodes).toHaveLength(first);
      for (const node of nodes) {
        expect(node.bestTrial).not.toBeNull();
        expect(node.trials.edges.length).toBeGreaterThan(1);
        const best = node.trials.edges.find(
          (edge: { node: { number: number } }) => edge.node.number === node.bestTrial.number,
        );
        expect(best.node).toMatchObject({
          attempts: [{ state: 'finished', runnerName: 'cost' }],
          reports: [{ step: 1 }],
        });
        const score = { metric: 'val_accuracy', value: 0.5 };
        expect(node.promotion).toEqual({ by: expect.any(String), trial: { number: node.bestTrial.number }, score });
        expect(node.bestTrial.design).toEqual({ hp: { lr: expect.any(Number) } });
        expect(node.history).toEqual({ number: [node.bestTrial.number], best: [0.5], totalCount: 1 });
        expect(node.costHistory).toEqual({
          seconds: [node.deviceSeconds],
          trials: [1],
          best: [0.5],
          number: [node.bestTrial.number],
          totalCount: 1,
        });
        const [edge] = node.paretoFront.edges;
        expect([node.paretoFront.totalCount, edge.node]).toEqual([1, { number: node.bestTrial.number, onFront: true }]);
        expect(node.objectiveValues).toEqual({ totalCount: 1, values: [[0.5]], front: { number: [edge.node.number] } });
        expect(node.curves.curves).toEqual([{ trialNumber: node.bestTrial.number, value: [0.5] }]);
      }
      return statements.length;
    };
    // The server's own upkeep, once a second, may add a statement to one of them.
    const leastCost = async (first: number) => Math.min(await cost(first), await cost(first), await cost(first));
    expect(await leastCost(6)).toBe(await leastCost(2));
  });
});

describe('a list that asks each of its rows for much', () => {
  it.each([
    [10_000, 'reports: 12 times 10000'],
    [10_001, 'last must be between 1 and 10000'],
  ])('is refused for %i reports of each trial', async (last, message) => {
    const id = await create({ ...lrSearch, name: 'wide', budget: { maxTrials: 12, maxParallel: 12 } }, true);
    const query = `query ($id: ID!, $last: Int!) { experiment(id: $id) {
      trials(first: 12) { edges { node { reports(last: $last) { step } } } } } }`;
    const { errors } = await test.graphql(query, { id, last });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(message);
  });

  it('is refused for curves and histories of many experiments', async () => {
    for (let i = 0; i < 11; i++) await create({ ...lrSearch, name: `many ${i}` });
    for (const chart of [
      'curves(metric: "loss", maxTrials: 500)',
      'history(maxPoints: 10000)',
      'costHistory(maxPoints: 10000)',
    ]) {
      const query = `{ experiments(first: 11, filter: { nameContains: "many" }) { edges { node { ${chart} { totalCount } } } } }`;
      const { errors } = await test.graphql(query);
      expect(errors[0]?.message).toMatch(/11 times \d+ are more than \d+; ask for fewer/);
    }
  });
});

/** Plays a runner until each of these experiments has one complete trial. */
async function finishOneTrialOf(ids: ReadonlySet<string>): Promise<void> {
  const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
  const runner = { id: randomUUID(), name: 'cost', slots: [] };
  const left = new Set(ids);
  const metrics = { val_accuracy: 0.5, val_loss: 1 };
  while (left.size > 0) {
    const [claim] = await source.claim(runner, 1, { waitMs: 20_000 });
    if (claim === undefined) throw new Error('no trial within 20 s');
    if (!left.delete(claim.experimentId)) continue;
    await source.report(claim, [{ step: 1, metrics }]);
    await source.finish(claim, { kind: 'complete', metrics, artifacts: [] });
  }
}

async function promoteTheBestOf(ids: ReadonlySet<string>): Promise<void> {
  for (const id of ids) {
    const { data } = await test.graphql('query ($id: ID!) { experiment(id: $id) { bestTrial { id } } }', { id });
    const variables = { id: data.experiment.bestTrial.id };
    await test.graphql('mutation ($id: ID!) { promoteTrial(id: $id) { errors { message } } }', variables);
  }
}

describe('the catalog', () => {
  it('describes what exists with JSON Schemas', async () => {
    const { data, errors } = await test.graphql(`{ catalog {
      searchers { name summary schema capabilities } pruners { name schema } dialects { name branch schema }
      datasets { name licence schema } tasks { name schema branches metrics { name when } } } }`);
    expect(errors).toEqual([]);
    const { searchers, pruners, dialects, datasets, tasks } = data.catalog;
    for (const part of [searchers, pruners, dialects, datasets, tasks]) {
      expect(part.length).toBeGreaterThan(0);
      for (const { name, schema } of part) expect({ name, type: typeof schema }).toEqual({ name, type: 'object' });
    }
  });
});
