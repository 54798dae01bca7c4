import { type Claim, createRng, type Decision, type JsonObject, type Metrics, type Params } from '@cambium/core';
import { openBackend } from '@cambium/engine';
import { requireSpace } from '@cambium/spaces';
import { type EvaluatedTrial, evaluateTrial, withoutClock } from '@cambium/testkit';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { imageClassificationEvaluator } from './evaluate.js';
import { imageClassificationMetrics } from './metrics.js';
import { encodeTrialCheckpoint } from './trial-checkpoint.js';

const settings = {
  dataset: 'digits',
  epochs: 3,
  trainSize: 240,
  validationSize: 60,
  training: { batchSize: 24 },
  relaxedPolicy: { epochs: 2 },
};
const space: Claim['space'] = {
  hp: { lr: { type: 'float', low: 1e-4, high: 0.1, log: true } },
  aug: {
    dialect: 'autoaugment',
    ops: ['invert', 'rotate', 'cutmix', 'shear-x'],
    subPolicies: 3,
    before: [{ op: 'crop', magnitude: 0.2 }],
  },
};
const searcher = {
  name: 'dada',
  options: { policyLearningRate: 0.05, temperature: 0.5, candidates: 200, standalone: 2 },
};
const faster = {
  name: 'faster-autoaugment',
  options: { policyLearningRate: 0.01, temperature: 0.05, criticLearningRate: 0.001, classWeight: 0.1, standalone: 2 },
};

interface Change {
  readonly settings?: JsonObject;
  readonly space?: Claim['space'];
  readonly claim?: Partial<Claim>;
  readonly decide?: () => Decision;
  readonly stored?: Readonly<Record<string, Uint8Array>>;
}

function evaluate(change: Change = {}): Promise<EvaluatedTrial> {
  const own = change.space ?? space;
  return evaluateTrial({
    evaluator: imageClassificationEvaluator,
    environment: { dataDir: 'no-such-folder', backend: 'wasm' },
    decide: change.decide,
    stored: change.stored ?? {},
    claim: {
      params: requireSpace(own).sample(createRng('trial')),
      mode: 'relaxed-policy',
      number: 2,
      searcher,
      task: { name: 'image-classification', settings: { ...settings, ...change.settings } },
      space: own,
      context: { inputShape: [8, 8, 1], classes: 10 },
      ...change.claim,
    },
  });
}

const lastOf = ({ reports }: EvaluatedTrial): Metrics => reports.at(-1)?.metrics ?? {};

/** The policy of a number, by the places that it names. */
function namedPolicy(metrics: Metrics, number: number, own = space): Params {
  const entries = requireSpace(own).parameters.flatMap(({ name, domain }) => {
    const place = metrics[`candidate.${number}.${name}`];
    return typeof place === 'number' && 'choices' in domain ? [[name, domain.choices[place]] as const] : [];
  });
  return Object.fromEntries(entries) as Params;
}

let learnt: EvaluatedTrial;
beforeAll(async () => {
  learnt = await evaluate();
}, 30_000);

describe('a trial that learns a policy', () => {
  it('reports how the network and the choice fare, measures no objective, and leaves no file', () => {
    expect(learnt.reports.map(({ step }) => step)).toEqual([1, 2]);
    const [first] = learnt.reports;
    const ops = ['invert', 'rotate', 'cutmix', 'shear-x'].map((op) => `op_rate.aug.0.0.op.${op}`);
    const measured = ['policy_accuracy', 'policy_loss', 'policy_train_loss', 'policy_entropy', 'policy_seconds'];
    expect(Object.keys(first?.metrics ?? {})).toEqual([...measured, ...ops]);
    expect(Object.values(first?.metrics ?? {}).every(Number.isFinite)).toBe(true);
    const described = imageClassificationMetrics({ proxies: [], proxiesOnly: false });
    const own = described.filter(({ when }) => when === 'relaxed-policy').map(({ name }) => name);
    expect(own.filter((name) => name !== 'policy_distance')).toEqual([...measured, 'op_rate']);
    expect(own).toContain('policy_distance');
    expect(lastOf(learnt)['policy_entropy']).toBeLessThan(Math.log(6));
    expect(learnt.outcome).toEqual({ kind: 'complete', metrics: lastOf(learnt), artifacts: [] });
    expect(learnt.files.size).toBe(0);
  });

  it('names as many policies as are to be trained with, each a point of the space that can be', async () => {
    const policies = [0, 1, 2].map((number) => namedPolicy(lastOf(learnt), number));
    expect(policies.map((params) => Object.keys(params).length)).toEqual([18, 18, 0]);
    const params = { 'hp.lr': 0.01, ...policies[0] };
    expect(requireSpace(space).validate(params)).toEqual([]);
    expect(policies[1]).not.toEqual(policies[0]);
    // No sub-policy comes twice while there are others.
    const pairs = [0, 1, 2].map((place) => [0, 1].map((step) => params[`aug.${place}.${step}.op` as 'hp.lr']).join());
    expect(new Set(pairs).size).toBe(3);
    const trained = await evaluate({ claim: { mode: null, params, fidelity: 1 } });
    expect(trained.outcome.kind).toBe('complete');
  }, 20_000);

  it('gives the same numbers again for the same trial, others for another', async () => {
    expect(withoutClock(lastOf(await evaluate()))).toEqual(withoutClock(lastOf(learnt)));
    expect(withoutClock(lastOf(await evaluate({ claim: { number: 3 } })))).not.toEqual(withoutClock(lastOf(learnt)));
  }, 30_000);

  it('takes spaces of single ops, of fixed strengths and probabilities, and of more candidates than are wanted', async () => {
    const short = { settings: { relaxedPolicy: { epochs: 1 }, trainSize: 96 } };
    const plain: Claim['space'] = {
      aug: { dialect: 'autoaugment', subPolicies: 4, depth: 3, probabilities: 1, magnitudes: 1 },
    };
    const options = { ...searcher.options, candidates: 10 };
    const few = await evaluate({ ...short, space: plain, claim: { searcher: { name: 'dada', options } } });
    expect(lastOf(few)['policy_entropy']).toBeCloseTo(Math.log(10), 1);
    expect(Object.keys(namedPolicy(lastOf(few), 0, plain))).toHaveLength(12);
    const one: Claim['space'] = { aug: { dialect: 'autoaugment', ops: ['rotate'], subPolicies: 2, depth: 2 } };
    const single = namedPolicy(lastOf(await evaluate({ ...short, space: one })), 0, one);
    expect(Object.keys(single)).toHaveLength(8);
    expect(single['aug.0.0.magnitude']).not.toBe(0);
  }, 30_000);

  it('tells how far augmented images are from others where a critic learns that, and names policies in the same way', async () => {
    const critical = await evaluate({ claim: { searcher: faster } });
    expect(critical.outcome.kind).toBe('complete');
    const [first] = critical.reports;
    const described = imageClassificationMetrics({ proxies: [], proxiesOnly: false });
    const own = described.filter(({ when }) => when === 'relaxed-policy').map(({ name }) => name);
    expect(Object.keys(first?.metrics ?? {}).filter((name) => !name.startsWith('op_rate'))).toEqual(
      expect.arrayContaining(own.filter((name) => name !== 'op_rate')),
    );
    expect(Object.values(first?.metrics ?? {}).every(Number.isFinite)).toBe(true);
    const policies = [0, 1, 2].map((number) => namedPolicy(lastOf(critical), number));
    expect(policies.map((params) => Object.keys(params).length)).toEqual([18, 18, 0]);
    expect(requireSpace(space).validate({ 'hp.lr': 0.01, ...policies[1] })).toEqual([]);
    expect(withoutClock(lastOf(await evaluate({ claim: { searcher: faster } })))).toEqual(
      withoutClock(lastOf(critical)),
    );
  }, 30_000);

  it('refuses searchers that learn none, spaces without sub-policies, and something to go on from', async () => {
    const refused = async (change: Change) => {
      const { outcome } = await evaluate(change);
      return outcome.kind === 'failed' ? outcome.failure.message : outcome.kind;
    };
    expect(await refused({ claim: { searcher: { name: 'tpe', options: {} } } })).toContain('tpe learns no policy');
    expect(await refused({ space: { aug: { dialect: 'randaugment' } } })).toContain('in the dialect autoaugment');
    expect(await refused({ space: { hp: space.hp ?? {} } })).toContain('in the dialect autoaugment');
    const stored = { 'sha256:x': encodeTrialCheckpoint({ stream: 'trial/1', engine: new Uint8Array(4) }) };
    const goingOn = { stored, claim: { resumeFrom: { digest: 'sha256:x', step: 1 } } };
    expect(await refused(goingOn)).toContain('learnt from the beginning');
  }, 20_000);

  it('obeys the answers, and leaves no tensor behind', async () => {
    const { tf } = await openBackend('wasm');
    const before = tf.memory().numTensors;
    expect((await evaluate({ decide: () => 'stop' })).outcome.kind).toBe('stopped');
    expect((await evaluate({ decide: () => 'cancel' })).outcome).toEqual({ kind: 'cancelled' });
    expect(tf.memory().numTensors).toBe(before);
  }, 20_000);
});
