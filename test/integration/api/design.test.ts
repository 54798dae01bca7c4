import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExperiment, unifiedSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let test: TestApi;
let trialId: string;
beforeAll(async () => {
  test = await startTestApi();
  trialId = await firstTrial({ counts: [1], subset: 'all' });
}, 60_000);
afterAll(() => test.stop());

/** The first trial of a search with these settings of its augmentation. */
async function firstTrial(settings: object): Promise<string> {
  const space = { ...unifiedSearch.space, aug: { dialect: 'randaugment', ...settings } };
  const { data } = await test.graphql(createExperiment, { spec: { ...unifiedSearch, space } });
  expect(data.createExperiment.errors).toEqual([]);
  const { id } = data.createExperiment.experiment;
  const found = await test.graphql('query ($id: ID!) { trialByNumber(experimentId: $id, number: 0) { id } }', { id });
  return found.data.trialByNumber.id;
}

describe('the design of a trial', () => {
  it('is an architecture with shapes and costs', async () => {
    const { data, errors } = await test.graphql(
      `query ($id: ID!) { trial(id: $id) { params metrics design { hp architecture {
        output params flops activationBytes hash pytorch: source(library: pytorch) keras: source(library: keras) nodes { id block attributes inputs group shape params flops } } } } }`,
      { id: trialId },
    );
    expect(errors).toEqual([]);
    const { params, metrics, design } = data.trial;
    const { nodes, hash, output, pytorch, keras, ...cost } = design.architecture;
    expect(design.hp.lr).toBe(params['hp.lr']);
    expect(nodes[0]).toMatchObject({ block: 'input', inputs: [], shape: [8, 8, 1] });
    expect(nodes.map(({ id }: { id: string }) => id)).toContain(output);
    expect(nodes.reduce((sum: number, node: { params: number }) => sum + node.params, 0)).toBe(cost.params);
    expect(metrics).toMatchObject({ params: cost.params, flops: cost.flops });
    expect(hash.length).toBeGreaterThan(8);
    for (const source of [pytorch, keras]) {
      expect(source).toContain(`${cost.params.toLocaleString('en')} trainable parameters`);
    }
    expect([pytorch, keras]).toEqual([expect.stringContaining('class Network'), expect.stringContaining('def build')]);
  });

  it('says what makes its architecture of that of another trial, with costs', async () => {
    const query = `query ($id: ID!, $from: Int!) { trial(id: $id) { architectureDiff(from: $from) {
      from { params } to { params } removed { id params } added { id params }
      changed { from { id params } to { id params } values { name from to } removedInputs addedInputs } } } }`;
    const diffTo = async (from: number) => test.graphql(query, { id: trialId, from });
    const { from, to, removed, added, changed } = (await diffTo(1)).data.trial.architectureDiff;
    expect([...removed, ...added, ...changed].length).toBeGreaterThan(0);
    type Node = { readonly params: number };
    const sum = (nodes: readonly Node[]) => nodes.reduce((total, { params }) => total + params, 0);
    const change =
      sum(changed.map((each: { to: Node }) => each.to)) - sum(changed.map((each: { from: Node }) => each.from));
    expect(sum(added) - sum(removed) + change).toBe(to.params - from.params);
    const same = (await diffTo(0)).data.trial.architectureDiff;
    expect(same).toMatchObject({ removed: [], added: [], changed: [], from: { params: to.params } });
    const { data, errors } = await diffTo(999);
    expect(data.trial.architectureDiff).toBeNull();
    expect(errors[0]?.message).toContain('no trial #999');
  });

  it('shows its augmentation in words and on real images, the same ones each time', async () => {
    const query = `query ($id: ID!, $seed: Int) { trial(id: $id) { design { augmentation {
      policy sentence examples(count: 3, seed: $seed) { label before after } } } } }`;
    const read = async (seed: number) =>
      (await test.graphql(query, { id: trialId, seed })).data.trial.design.augmentation;
    const first = await read(1);
    expect(first.sentence.length).toBeGreaterThan(10);
    expect(first.examples).toHaveLength(3);
    for (const { label, before, after } of first.examples) {
      expect(label).toMatch(/^\d$/);
      for (const url of [before, after]) {
        const png = Buffer.from(url.replace('data:image/png;base64,', ''), 'base64');
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        // Width and height of the IHDR chunk.
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([8, 8]);
      }
    }
    expect(await read(1)).toEqual(first);
    expect(await read(2)).not.toEqual(first);
  });

  it('is one op of the policy, and says how often each is applied', async () => {
    const query = `query ($id: ID!, $op: String) { trial(id: $id) { design { augmentation {
      phases { from ops { op does rate magnitude } } examples(count: 2, op: $op) { before after } } } } }`;
    const { data } = await test.graphql(query, { id: trialId, op: 'solarize' });
    const { phases, examples } = data.trial.design.augmentation;
    expect(phases).toHaveLength(1);
    expect(phases[0]).toMatchObject({
      from: 0,
      ops: expect.arrayContaining([expect.objectContaining({ op: 'rotate' })]),
    });
    const rates: number[] = phases[0].ops.map(({ rate }: { rate: number }) => rate);
    expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1, 9);
    for (const { before, after } of examples) expect(after).not.toBe(before);
    const unknown = await test.graphql(query, { id: trialId, op: 'solarise' });
    expect(unknown.errors[0]?.message).toContain('did you mean "solarize"');
  });

  it('has no examples of images that stay as they are', async () => {
    const query = 'query ($id: ID!) { trial(id: $id) { design { augmentation { sentence examples { label } } } } }';
    const { data } = await test.graphql(query, { id: await firstTrial({ counts: [0] }) });
    expect(data.trial.design.augmentation).toEqual({ sentence: 'Images are not augmented.', examples: [] });
  });

  it('refuses more examples than a page should show', async () => {
    const query = 'query ($id: ID!) { trial(id: $id) { design { augmentation { examples(count: 1000) { label } } } } }';
    const { errors } = await test.graphql(query, { id: trialId });
    expect(errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringMatching(/count/),
    });
  });
});

it('the baselines of a search are its first design with published policies', async () => {
  const spec = { ...unifiedSearch, baselines: undefined, budget: { maxTrials: 6, maxParallel: 3 } };
  const created = await test.graphql(createExperiment, { spec });
  const { id } = created.data.createExperiment.experiment;
  const query = `query ($id: ID!) { experiment(id: $id) { importances { trials }
    baselines { number mode params design { architecture { hash } augmentation { sentence } } }
    trials(first: 1, sort: { field: number, order: ASC }) { edges { node { number design { architecture { hash } } } } } } }`;
  const { data, errors } = await test.graphql(query, { id });
  expect(errors).toEqual([]);
  const { baselines, trials, importances } = data.experiment;
  expect(importances).toBeNull();
  expect(baselines.map((each: { number: number }) => each.number)).toEqual([1, 2]);
  const [none, trivial] = baselines;
  expect(none.params['aug.policy']).toBe('none');
  expect(none.design.augmentation.sentence).toBe('Images are not augmented.');
  expect(trivial.design.augmentation.sentence).toContain('1 op drawn at random from 14, at a random magnitude');
  for (const { design } of baselines) {
    expect(design.architecture.hash).toBe(trials.edges[0].node.design.architecture.hash);
  }
});
