import { randomUUID } from 'node:crypto';
import type { Claim, Metrics } from '@cambium/core';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const search = {
  name: 'shared weights',
  task: { name: 'supernet', settings: { dataset: 'digits', trainSize: 64, validationSize: 32 } },
  space: { arch: { dialect: 'nasbench201', ops: ['none', 'skip_connect', 'nor_conv_3x3'], width: 4, cells: 1 } },
  objectives: [{ metric: 'val_accuracy' }],
  searcher: { name: 'one-shot', options: { candidates: 5, standalone: 4 } },
  budget: { maxTrials: 10, maxParallel: 1 },
  final: { top: 0 },
};
/** What the candidates score by shared weights, and the best four of them from scratch, best by shared weights first. */
const judgements = [0.3, 0.1, 0.5, 0.2, 0.4];
const trainings = [0.7, 0.8, 0.6, 0.5];

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
}, 60_000);
afterAll(() => test.stop());

async function create(spec: object): Promise<string> {
  const { data } = await test.graphql(createExperiment, { spec, start: true });
  expect(data.createExperiment.errors).toEqual([]);
  return data.createExperiment.experiment.id;
}

async function read(id: string, fields: string) {
  const { data, errors } = await test.graphql(`query ($id: ID!) { experiment(id: $id) { ${fields} } }`, { id });
  expect(errors).toEqual([]);
  return data.experiment;
}

/** A trial says beforehand what the mutations say when they are asked. */
async function expectRefusals(
  experiment: string,
  number: number,
  expected: { readonly retrainingRefusal: unknown; readonly promotionRefusal: unknown },
) {
  const { data } = await test.graphql(
    'query ($id: ID!, $n: Int!) { trialByNumber(experimentId: $id, number: $n) { id retrainingRefusal promotionRefusal } }',
    { id: experiment, n: number },
  );
  const { id, ...refusals } = data.trialByNumber;
  expect(refusals).toEqual(expected);
  const answer = await test.graphql(
    `mutation ($id: ID!) {
      retrained: retrainTrial(id: $id, start: false) { errors { message } }
      promoted: promoteTrial(id: $id) { errors { message } }
    }`,
    { id },
  );
  const says = (what: string, refusal: string | null) =>
    refusal === null ? [] : [{ message: `trial #${number} can't be ${what}: ${refusal}` }];
  expect(answer.data).toEqual({
    retrained: { errors: says('trained again', refusals.retrainingRefusal) },
    promoted: { errors: says('promoted', refusals.promotionRefusal) },
  });
}

const fields =
  'sharedWeights { lastSeq rankCorrelation { tau low high networks reliable } number judgedBy standalone shared } lastSeq';

describe('shared weights', () => {
  it('are compared with trainings from scratch as soon as three networks have both scores', async () => {
    const id = await create(search);
    const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
    const runner = { id: randomUUID(), name: 'plays trials', slots: [] };
    const play = async (metricsOf: (claim: Claim) => Metrics) => {
      const [claim] = await source.claim(runner, 1, { waitMs: 20_000 });
      if (claim === undefined) throw new Error('no trial within 20 s');
      await source.finish(claim, { kind: 'complete', metrics: metricsOf(claim), artifacts: [] });
      return claim;
    };
    const none = { rankCorrelation: null, number: [], judgedBy: [], standalone: [], shared: [] };
    expect((await play(() => ({ supernet_accuracy: 0.5 }))).mode).toBe('supernet');
    for (const val_accuracy of judgements) expect((await play(() => ({ val_accuracy }))).mode).toBe('shared-weights');
    expect((await read(id, fields)).sharedWeights).toMatchObject(none);
    for (const val_accuracy of trainings.slice(0, 2)) expect((await play(() => ({ val_accuracy }))).mode).toBeNull();
    const two = { rankCorrelation: null, number: [6, 7], judgedBy: [3, 5], standalone: [0.7, 0.8], shared: [0.5, 0.4] };
    expect((await read(id, fields)).sharedWeights).toMatchObject(two);
    for (const val_accuracy of trainings.slice(2)) await play(() => ({ val_accuracy }));
    const { sharedWeights, lastSeq } = await read(id, fields);
    // Of six pairs one is the other way round: that of the best two.
    const rankCorrelation = {
      tau: expect.closeTo(4 / 6, 12),
      low: expect.any(Number),
      high: 1,
      networks: 4,
      reliable: false,
    };
    const scores = {
      number: [6, 7, 8, 9],
      judgedBy: [3, 5, 1, 4],
      standalone: trainings,
      shared: [0.5, 0.4, 0.3, 0.2],
    };
    expect(sharedWeights).toEqual({ lastSeq, rankCorrelation, ...scores });
    expect(sharedWeights.rankCorrelation.low).toBeLessThan(4 / 6);

    const trial = 'id params metrics design { architecture { hash } } architectureDiff(from: 0) { removed { id } }';
    const { data } = await test.graphql(
      `query ($id: ID!) {
        supernet: trialByNumber(experimentId: $id, number: 0) { ${trial} }
        network: trialByNumber(experimentId: $id, number: 1) { ${trial} }
      }`,
      { id },
    );
    // It trains all designs of the space: the point that its trial was given says nothing, nor does what that would cost.
    const metrics = { supernet_accuracy: 0.5 };
    expect(data.supernet).toMatchObject({
      params: {},
      metrics,
      design: { architecture: null },
      architectureDiff: null,
    });
    expect(data.supernet.metrics).toEqual(metrics);
    expect(data.network).toMatchObject({ metrics: { params: expect.any(Number) }, architectureDiff: null });
    expect(data.network.design.architecture.hash).toEqual(expect.any(String));
    const allAtOnce = expect.stringContaining('all designs at once');
    await expectRefusals(id, 0, { retrainingRefusal: allAtOnce, promotionRefusal: allAtOnce });
    const borrowed = expect.stringContaining("a supernet's weights; train it again");
    await expectRefusals(id, 1, { retrainingRefusal: null, promotionRefusal: borrowed });
    await expectRefusals(id, 6, { retrainingRefusal: null, promotionRefusal: null });
  }, 60_000);

  it.each([
    ['darts', { ...search, searcher: { name: 'darts' } }],
    ['random', lrSearch],
  ])('are none of %s, which judges no network by them', async (_, spec) => {
    const id = await create(spec);
    expect((await read(id, fields)).sharedWeights).toBeNull();
    await test.graphql('mutation ($id: ID!) { stopExperiment(id: $id) { errors { message } } }', { id });
  });
});
