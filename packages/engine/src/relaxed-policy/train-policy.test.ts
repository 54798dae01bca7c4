import type { PolicySpace } from '@cambium/augment';
import { createRng, type Decision } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import type { LabelledImages } from '../batches/labelled-images.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import type { PolicyEpoch, PolicyLearning, PolicySearchOptions } from './policy-search-options.js';
import { trainPolicy } from './train-policy.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

const spaceOf = (change: Partial<PolicySpace> = {}): PolicySpace => ({
  ops: ['rotate', 'invert', 'cutout', 'flip'],
  subPolicies: 3,
  depth: 2,
  learnsProbabilities: true,
  learnsMagnitudes: true,
  ...change,
});
const dada: PolicyLearning = { method: 'dada', learningRate: 0.005, temperature: 0.5, candidates: 200 };
const fasterAutoAugment: PolicyLearning = {
  method: 'faster-autoaugment',
  learningRate: 0.005,
  temperature: 0.05,
  criticLearningRate: 1e-3,
  classWeight: 0.1,
};

const search = (learning: PolicyLearning, change: Partial<PolicySearchOptions> = {}) =>
  trainPolicy({
    backend,
    graph: smallGraph,
    data: smallData,
    procedure: { ...smallProcedure, batchSize: 16 },
    space: spaceOf(),
    learning,
    policies: 2,
    epochs: 2,
    heldOutShare: 0.5,
    rng: createRng(1),
    ...change,
  });

const scores = ['train_loss', 'val_loss', 'val_accuracy'];

describe.each([
  { learning: dada, measured: scores, startEntropy: expect.closeTo(Math.log(6), 9) },
  { learning: fasterAutoAugment, measured: [...scores, 'distance'], startEntropy: expect.any(Number) },
])('trainPolicy by $learning.method', ({ learning, measured, startEntropy }) => {
  it('reports each epoch, learns all parts of the policy, and gives the same again', async () => {
    const epochs: PolicyEpoch[] = [];
    const onEpoch = async (_: number, epoch: PolicyEpoch): Promise<Decision> => {
      epochs.push(epoch);
      return 'continue';
    };
    const result = await search(learning, { onEpoch });
    expect(result.kind).toBe('complete');
    expect(epochs).toHaveLength(2);
    for (const { metrics, entropy, opRates, ...epoch } of epochs) {
      expect(Object.keys(metrics)).toEqual(measured);
      expect(Object.values(metrics).every(Number.isFinite)).toBe(true);
      expect(epoch.startEntropy).toEqual(startEntropy);
      expect(entropy).not.toBe(epoch.startEntropy);
      expect(Object.keys(opRates)).toEqual(spaceOf().ops);
      const rates = Object.values(opRates).reduce((sum, rate) => sum + rate, 0);
      expect(rates).toBeGreaterThan(0);
      expect(rates).toBeLessThan(2);
    }
    const [likeliest, drawn] = epochs[1]?.derived ?? [];
    for (const policy of [likeliest, drawn]) {
      expect(policy?.map(({ steps }) => steps.length)).toEqual([2, 2, 2]);
    }
    const steps = epochs.map(({ derived }) => derived.flatMap((policy) => policy.flatMap((each) => each.steps)));
    expect(steps[1]).not.toEqual(steps[0]);
    for (const { probability, magnitude } of steps.flat()) {
      expect([probability === 0.5, magnitude === 0.5]).toEqual([false, false]);
    }
    expect(await search(learning)).toEqual(result);
    expect(await search(learning, { rng: createRng(2) })).not.toEqual(result);
  }, 60_000);

  it('obeys what reports are answered, and leaves no tensor behind', async () => {
    await search(learning, { epochs: 1 });
    const before = backend.tf.memory().numTensors;
    const answered = (decision: Decision) => search(learning, { onEpoch: async () => decision });
    expect((await answered('stop')).kind).toBe('stopped');
    expect((await answered('cancel')).kind).toBe('cancelled');
    const abort = new AbortController();
    abort.abort();
    expect((await search(learning, { signal: abort.signal })).kind).toBe('cancelled');
    const procedure = { ...smallProcedure, optimizer: 'sgd', learningRate: 1e30, warmup: 0 };
    expect((await search(learning, { procedure })).kind).toBe('diverged');
    expect(backend.tf.memory().numTensors).toBe(before);
  }, 30_000);

  it('learns where batches are of different sizes, ops mix labels, and a policy comes first', async () => {
    const result = await search(learning, {
      epochs: 1,
      heldOutShare: 0.05,
      space: spaceOf({ ops: ['cutmix', 'mixup'], depth: 1, learnsProbabilities: false }),
      before: { kind: 'sequence', steps: [{ op: 'cutmix', probability: 1, magnitude: 1 }] },
    });
    expect(result.kind).toBe('complete');
  }, 30_000);
});

describe('dada', () => {
  it('leaves what makes training images unlike held-out ones', async () => {
    const result = await search(
      { ...dada, learningRate: 0.05 },
      { space: spaceOf({ ops: ['identity', 'gaussian-blur'], subPolicies: 2, depth: 1 }), epochs: 8 },
    );
    if (result.kind !== 'complete') throw new Error(result.kind);
    const learnt = (op: string) => result.derived[0]?.find(({ steps }) => steps[0]?.op === op);
    expect(learnt('identity')?.weight).toBeGreaterThan(0.5);
    expect(learnt('gaussian-blur')?.steps[0]?.probability).toBeLessThan(0.5);
  }, 60_000);
});

describe('faster-autoaugment', () => {
  const darker = ({ images, labels }: LabelledImages) => ({ images: images.map((level) => level >> 2), labels });

  it('leaves what a critic can tell', async () => {
    const { train, validation } = smallData;
    const epochs: PolicyEpoch[] = [];
    await search(
      { ...fasterAutoAugment, learningRate: 0.02 },
      {
        data: { ...smallData, train: darker(train), validation: darker(validation) },
        space: spaceOf({ ops: ['brightness', 'invert'], subPolicies: 4, depth: 1 }),
        epochs: 10,
        async onEpoch(_, epoch) {
          epochs.push(epoch);
          return 'continue';
        },
      },
    );
    const rates = epochs.map(({ opRates }) => opRates['invert'] as number);
    const distances = epochs.map(({ metrics }) => metrics['distance'] as number);
    expect(rates.at(-1)).toBeLessThan(0.1 * (rates[0] as number));
    // It grows while the critic learns, until the policy does.
    expect(distances.at(-1)).toBeLessThan(0.5 * Math.max(...distances));
  }, 60_000);
});
