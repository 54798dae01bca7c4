import type { RelaxedPolicy } from '@cambium/augment';
import { createRng, type Decision } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallData, smallGraph, smallProcedure } from '../testing/small-problem.js';
import type { PolicyEpoch, PolicySearchOptions } from './policy-search-options.js';
import { trainPolicy } from './train-policy.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

const policyOver = (candidates: readonly string[][]): RelaxedPolicy => ({
  candidates,
  learnsProbabilities: true,
  learnsMagnitudes: true,
});

const search = (change: Partial<PolicySearchOptions> = {}) =>
  trainPolicy({
    backend,
    graph: smallGraph,
    data: smallData,
    procedure: { ...smallProcedure, batchSize: 16 },
    policy: policyOver([
      ['rotate', 'invert'],
      ['cutout', 'flip'],
    ]),
    learning: { learningRate: 0.005, temperature: 0.5 },
    epochs: 2,
    heldOutShare: 0.5,
    rng: createRng(1),
    ...change,
  });

describe('trainPolicy', () => {
  it('reports each epoch, learns all parts of the policy, and gives the same again', async () => {
    const epochs: PolicyEpoch[] = [];
    const onEpoch = async (_: number, epoch: PolicyEpoch): Promise<Decision> => {
      epochs.push(epoch);
      return 'continue';
    };
    const result = await search({ onEpoch });
    expect(result.kind).toBe('complete');
    expect(epochs).toHaveLength(2);
    for (const { metrics, entropy } of epochs) {
      expect(Object.keys(metrics)).toEqual(['train_loss', 'val_loss', 'val_accuracy']);
      expect(Object.values(metrics).every(Number.isFinite)).toBe(true);
      expect(entropy).toBeLessThanOrEqual(Math.log(2));
    }
    const learnt = epochs[1]?.learnt ?? [];
    expect(learnt.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    for (const step of learnt.flatMap(({ steps }) => steps)) {
      expect([step.probability === 0.5, step.magnitude === 0.5]).toEqual([false, false]);
    }
    expect(await search()).toEqual(result);
    expect(await search({ rng: createRng(2) })).not.toEqual(result);
  }, 30_000);

  it('obeys what reports are answered, and leaves no tensor behind', async () => {
    await search({ epochs: 1 });
    const before = backend.tf.memory().numTensors;
    const answered = (decision: Decision) => search({ onEpoch: async () => decision });
    expect((await answered('stop')).kind).toBe('stopped');
    expect((await answered('cancel')).kind).toBe('cancelled');
    const abort = new AbortController();
    abort.abort();
    expect((await search({ signal: abort.signal })).kind).toBe('cancelled');
    const wild = await search({ procedure: { ...smallProcedure, optimizer: 'sgd', learningRate: 1e30, warmup: 0 } });
    expect(wild.kind).toBe('diverged');
    expect(backend.tf.memory().numTensors).toBe(before);
  }, 30_000);

  it('leaves what makes training images unlike held-out ones', async () => {
    const result = await search({
      policy: policyOver([['identity'], ['gaussian-blur']]),
      learning: { learningRate: 0.05, temperature: 0.5 },
      epochs: 8,
    });
    if (result.kind !== 'complete') throw new Error(result.kind);
    const [plain, blurred] = result.learnt;
    expect(plain?.weight).toBeGreaterThan(0.5);
    expect(blurred?.steps[0]?.probability).toBeLessThan(0.5);
  }, 60_000);
});
