import { randomUUID } from 'node:crypto';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const objectives = [
  { metric: 'val_accuracy', direction: 'maximize' },
  { metric: 'val_loss', direction: 'minimize' },
];
/** What the trials measure, in their order; 1 dominates 0, and 4 is equal to 3. */
const outcomes = [
  [0.5, 3],
  [0.6, 2],
  [0.9, 9],
  [0.4, 1],
  [0.4, 1],
  [0.3, 5],
] as const;

let test: TestApi;
let id = '';
beforeAll(async () => {
  test = await startTestApi();
  const budget = { maxTrials: outcomes.length, maxParallel: 1 };
  const { data } = await test.graphql(createExperiment, {
    spec: { ...lrSearch, objectives, budget, final: { top: 0 } },
    start: true,
  });
  expect(data.createExperiment.errors).toEqual([]);
  ({ id } = data.createExperiment.experiment);
  const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
  const runner = { id: randomUUID(), name: 'plays trials', slots: [] };
  for (const [val_accuracy, val_loss] of outcomes) {
    const [claim] = await source.claim(runner, 1, { waitMs: 20_000 });
    if (claim === undefined) throw new Error('no trial within 20 s');
    const metrics = { val_accuracy, val_loss };
    await source.report(claim, [{ step: 1, metrics }]);
    await source.finish(claim, { kind: 'complete', metrics, artifacts: [] });
  }
}, 60_000);
afterAll(() => test.stop());

async function read(fields: string) {
  const { data, errors } = await test.graphql(`query ($id: ID!) { experiment(id: $id) { ${fields} } }`, { id });
  expect(errors).toEqual([]);
  return data.experiment;
}

describe('the Pareto front of an experiment', () => {
  it('lists its trials, best by the first objective first, in pages', async () => {
    const fields = 'totalCount pageInfo { hasNextPage endCursor } edges { node { number values onFront } }';
    const first = (await read(`bestTrial { number } paretoFront(first: 2) { ${fields} }`)) as {
      bestTrial: { number: number };
      paretoFront: { totalCount: number; pageInfo: { endCursor: string }; edges: object[] };
    };
    expect(first).toMatchObject({
      bestTrial: { number: 2 },
      paretoFront: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        edges: [
          { node: { number: 2, values: [0.9, 9], onFront: true } },
          { node: { number: 1, values: [0.6, 2], onFront: true } },
        ],
      },
    });
    const after = first.paretoFront.pageInfo.endCursor;
    const { paretoFront } = await read(`paretoFront(first: 2, after: "${after}") { ${fields} }`);
    expect(paretoFront.edges).toEqual([{ node: { number: 3, values: [0.4, 1], onFront: true } }]);
  });

  it('filters trials and every chart', async () => {
    const { trials, history, curves } = await read(
      `trials(filter: { onFront: false }) { totalCount edges { node { number onFront } } }
       history(filter: { onFront: true }) { number totalCount }
       curves(metric: "val_loss", filter: { onFront: true }) { totalCount curves { trialNumber } }`,
    );
    expect(trials).toEqual({
      totalCount: 3,
      edges: [0, 4, 5].map((number) => ({ node: { number, onFront: false } })),
    });
    expect(history).toEqual({ number: [1, 2, 3], totalCount: 3 });
    expect(curves).toEqual({ totalCount: 3, curves: [2, 1, 3].map((trialNumber) => ({ trialNumber })) });
  });

  it('comes whole with the values of all objectives, whatever the filter', async () => {
    const { objectiveValues } = await read(
      `objectiveValues(filter: { number: { max: 1 } }) { number values steps state candidate totalCount front { number values } }`,
    );
    expect(objectiveValues).toEqual({
      number: [0, 1],
      values: [
        [0.5, 0.6],
        [3, 2],
      ],
      steps: [expect.any(Number), expect.any(Number)],
      state: ['complete', 'complete'],
      candidate: [true, true],
      totalCount: 2,
      front: {
        number: [1, 2, 3],
        values: [
          [0.6, 0.9, 0.4],
          [2, 9, 1],
        ],
      },
    });
  });

  it('is told by the events, member by member', async () => {
    const events = await test.database.experiments.events(id, 0, 100);
    const changes = events.filter(({ type }) => type === 'trial.finished').map(({ payload }) => payload['front']);
    expect(changes).toEqual([{ left: [] }, { left: [0] }, { left: [] }, { left: [] }, null, null]);
  });
});
