import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

/**
 * Four points, and none of them fulfils the constraint: when the searcher knows them all, it looks for others for some
 * seconds, far beyond the limit here, because each look costs 199 architectures of 48 layers.
 */
const slowSearch = {
  ...lrSearch,
  name: 'slow',
  space: {
    hp: { lr: { type: 'categorical', choices: [0.1, 0.2, 0.3, 0.4] } },
    arch: {
      dialect: 'cnn-chain',
      minStages: 6,
      maxStages: 6,
      blocks: [8],
      widths: [8],
      kernels: [3],
      expansions: [2],
      blockTypes: ['conv'],
      skip: 'never',
    },
  },
  constraints: [{ metric: 'params', max: 1 }],
};

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi({ searchTimeoutMs: 500 });
}, 60_000);
afterAll(() => test.stop());

const failureOf = async (id: string): Promise<string> => {
  const query = 'query ($id: ID!) { experiment(id: $id) { state failure } }';
  const { experiment } = (await test.graphql(query, { id })).data;
  expect(experiment.state).toBe('failed');
  return experiment.failure;
};

/** A thread that is new, or busy with others, may not begin in time: that is answered with `try again`. */
const untilCreated = async (spec: { name: string } = lrSearch): Promise<{ id: string; state: string }> => {
  for (;;) {
    const { data, errors } = await test.graphql(createExperiment, { spec });
    if (data !== null) return data.createExperiment.experiment;
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  }
};

it('ends a searcher that runs for too long, says so, and serves on', async () => {
  expect(await untilCreated()).toMatchObject({ state: 'running' });
  const { id } = await untilCreated(slowSearch);
  expect(await failureOf(id)).toBe('the searcher did not answer within 0.5 s');
  expect(await untilCreated()).toMatchObject({ state: 'running' });
});

it('does not charge a searcher for the time in which others keep the threads busy', async () => {
  // Three for each of the most threads there are: the last ones wait for longer than a searcher may run.
  const slow = Promise.all(Array.from({ length: 12 }, () => test.graphql(createExperiment, { spec: slowSearch })));
  const innocent = await Promise.all(Array.from({ length: 4 }, () => untilCreated()));
  expect(innocent.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'running']);
  const refusals = (await slow).flatMap(({ errors }) => errors.map(({ message }) => message));
  expect(new Set(refusals)).toEqual(new Set(['no search thread was free for 0.5 s; try again']));
});
