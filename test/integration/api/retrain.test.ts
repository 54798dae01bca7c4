import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, unifiedSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
let id: string;
beforeAll(async () => {
  test = await startTestApi();
  const { data } = await test.graphql(createExperiment, { spec: unifiedSearch });
  const search = data.createExperiment.experiment.id;
  const found = await test.graphql('query ($id: ID!) { trialByNumber(experimentId: $id, number: 0) { id } }', {
    id: search,
  });
  id = found.data.trialByNumber.id;
}, 60_000);
afterAll(() => test.stop());

const design = 'design { architecture { hash params json } }';
const payload = `{ experiment { id name state maxStep maxTrials spec origin { id name trialNumber }
  trials { edges { node { number params ${design} } } } } errors { path code message } }`;

const trialOf = async () =>
  (await test.graphql(`query ($id: ID!) { trial(id: $id) { params ${design} } }`, { id })).data.trial;
const retrain = async (args: string) =>
  (await test.graphql(`mutation ($id: ID!) { retrainTrial(id: $id, ${args}) ${payload} }`, { id })).data.retrainTrial;

describe('retraining a trial', () => {
  it('trains the same network for longer, in an experiment that knows where it comes from', async () => {
    const trial = await trialOf();
    const { experiment, errors } = await retrain('steps: 12, allData: true');
    expect(errors).toEqual([]);
    expect(experiment).toMatchObject({
      name: 'unified: trial 0 again',
      state: 'running',
      maxStep: 12,
      maxTrials: 1,
      origin: { name: 'unified', trialNumber: 0 },
    });
    const [{ node }] = experiment.trials.edges;
    expect(node).toMatchObject({ params: trial.params });
    expect(node.design.architecture.hash).toBe(trial.design.architecture.hash);
  });

  it('trains a larger network, the one that was shown before, with everything else as it was', async () => {
    const preview = `query ($id: ID!) { trial(id: $id) { design { architecture {
      scaled(width: 2, resolution: 1.5) { architecture { hash params } errors { path } } } } } }`;
    const { scaled } = (await test.graphql(preview, { id })).data.trial.design.architecture;
    const trial = await trialOf();
    expect(scaled.errors).toEqual([]);
    expect(scaled.architecture.params).toBeGreaterThan(trial.design.architecture.params);
    const { experiment } = await retrain('width: 2, resolution: 1.5');
    const [{ node }] = experiment.trials.edges;
    expect(node.design.architecture).toMatchObject(scaled.architecture);
    expect(node.params).toMatchObject({ 'hp.lr': trial.params['hp.lr'], 'arch.network': 'trial-0' });
  });

  it('begins another experiment with the network as JSON', async () => {
    const { json, hash } = (await trialOf()).design.architecture;
    expect(json).toMatchObject({ version: 1, output: 'logits' });
    const space = { hp: unifiedSearch.space.hp, arch: { dialect: 'network', ...json } };
    const made = await test.graphql(`mutation ($spec: JSON!) { createExperiment(spec: $spec) ${payload} }`, {
      spec: { ...unifiedSearch, name: 'learning rates of one network', space },
    });
    const [{ node }] = made.data.createExperiment.experiment.trials.edges;
    expect(node.design.architecture.hash).toBe(hash);
    const nodes = json.nodes.map((each: { block: string }) =>
      each.block === 'dense' ? { ...each, block: 'dens' } : each,
    );
    const bad = { ...unifiedSearch, space: { ...space, arch: { ...space.arch, nodes } } };
    const refused = await test.graphql(createExperiment, { spec: bad });
    expect(refused.data.createExperiment.errors).toEqual([
      {
        path: ['space', 'arch', 'nodes', String(nodes.length - 1), 'block'],
        code: 'unknown-block',
        message: expect.stringContaining('node "logits": unknown block "dens"; did you mean "dense"?'),
      },
    ]);
  });

  it('says why not', async () => {
    expect(await retrain('width: 0')).toMatchObject({
      experiment: null,
      errors: [{ path: ['width'], code: 'bad-range' }],
    });
    expect(await retrain('steps: 0')).toMatchObject({ experiment: null, errors: [{ path: ['steps'] }] });
  });
});

describe('promoting a trial', () => {
  const promotion = 'promotion { by at trial { number } }';
  const change = async (verb: string) =>
    (
      await test.graphql(
        `mutation ($id: ID!) { answer: ${verb}(id: $id) { experiment { ${promotion} } errors { code message } } }`,
        { id },
      )
    ).data.answer;

  it('is refused before its model is there, and taking back what was not given is nothing', async () => {
    expect(await change('promoteTrial')).toMatchObject({
      experiment: null,
      errors: [{ code: 'conflict', message: expect.stringContaining('only a complete trial leaves a model') }],
    });
    expect(await change('demoteTrial')).toEqual({ experiment: { promotion: null }, errors: [] });
    const list = await test.graphql('{ experiments(filter: { promoted: true }) { totalCount } }', {});
    expect(list.data.experiments.totalCount).toBe(0);
  });
});
