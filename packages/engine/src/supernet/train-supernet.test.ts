import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallData } from '../testing/small-problem.js';
import { openPathEvaluator } from './evaluate-paths.js';
import { fairPaths, uniformPaths } from './path-samplers.js';
import { binaryGates } from './strategies/binary-gates.js';
import { controller } from './strategies/controller.js';
import { differentiable } from './strategies/differentiable.js';
import { gumbel } from './strategies/gumbel.js';
import { singlePath } from './strategies/single-path.js';
import type { SearchParts } from './strategies/strategy.js';
import type { SupernetOptions, SupernetResult } from './supernet-options.js';
import { cellChoices, cellSupernet } from './testing/cell-supernet.js';
import { policyOver } from './testing/policy-over.js';
import { smallSearch } from './testing/small-search.js';
import { trainSupernet } from './train-supernet.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

const alphas = { alphaLearningRate: 0.01, alphaWeightDecay: 1e-3, warmUpEpochs: 0 };
const darts = (order: 1 | 2) => ({
  ...alphas,
  order,
  skipLimit: 0,
  watchEigenvalue: false,
  selection: 'likeliest' as const,
  perturbationEpochs: 1,
});
const controllerOf = (kind: 'factorised' | 'lstm', { layout, rng }: SearchParts) => ({
  policy: policyOver(layout.choices, kind, rng),
  learningRate: 0.0035,
  baselineDecay: 0.99,
  entropyWeight: 1e-4,
  steps: 2,
  samples: 3,
  candidates: 5,
});
const strategies: readonly (readonly [string, SupernetOptions['strategy']])[] = [
  ['single path, uniform', (parts) => singlePath(parts, uniformPaths(cellChoices))],
  ['single path, fair', (parts) => singlePath(parts, fairPaths(cellChoices))],
  ['first order', (parts) => differentiable(parts, darts(1))],
  ['perturbation', (parts) => differentiable(parts, { ...darts(1), selection: 'perturbation' })],
  ['eigenvalue', (parts) => differentiable(parts, { ...darts(1), watchEigenvalue: true })],
  ['second order', (parts) => differentiable(parts, darts(2))],
  ['gumbel', (parts) => gumbel(parts, { ...alphas, startTemperature: 10, endTemperature: 0.1 })],
  ['binary gates', (parts) => binaryGates(parts, alphas)],
  ['factorised controller', (parts) => controller(parts, controllerOf('factorised', parts))],
  ['LSTM controller', (parts) => controller(parts, controllerOf('lstm', parts))],
];

function complete(result: SupernetResult) {
  if (result.kind !== 'complete') throw new Error(result.kind);
  return result;
}

describe.each(strategies)('a search by %s', (_, strategy) => {
  const search = (change: Partial<SupernetOptions> = {}) => trainSupernet(smallSearch(backend, strategy, change));

  it('gives the same again for the same seed, something else for another, and leaves no tensor behind', async () => {
    const first = complete(await search());
    const before = backend.tf.memory().numTensors;
    expect(complete(await search())).toEqual(first);
    const other = complete(await search({ rng: createRng(2) }));
    expect(other.metrics).not.toEqual(first.metrics);
    expect(backend.tf.memory().numTensors).toBe(before);
    expect(first.metrics['peak_memory_bytes']).toBeGreaterThan(16 * 64 * 4);
  }, 20_000);

  it('stops and is cancelled when told so', async () => {
    const before = backend.tf.memory().numTensors;
    expect(await search({ epochs: 2, onEpoch: async () => 'stop' })).toMatchObject({ kind: 'stopped', epochs: 1 });
    expect(await search({ onEpoch: async () => 'cancel' })).toEqual({ kind: 'cancelled' });
    const abort = new AbortController();
    abort.abort();
    expect(await search({ signal: abort.signal })).toEqual({ kind: 'cancelled' });
    expect(backend.tf.memory().numTensors).toBe(before);
  }, 20_000);
});

describe('paths on which nothing gets through', () => {
  it.each(strategies)(
    'are survived by %s',
    async (_, strategy) => {
      const choices = cellChoices.map(({ param }) => ({ param, values: ['none'] }));
      expect(await trainSupernet(smallSearch(backend, strategy, { choices }))).toMatchObject({ kind: 'complete' });
    },
    20_000,
  );
});

describe('partial channels', () => {
  it('are searched with weights that no whole network takes', async () => {
    const strategy: SupernetOptions['strategy'] = (parts) => differentiable(parts, darts(1));
    await trainSupernet(smallSearch(backend, strategy, { epochs: 1, partialChannels: 4 }));
    const before = backend.tf.memory().numTensors;
    const partial = complete(await trainSupernet(smallSearch(backend, strategy, { epochs: 1, partialChannels: 4 })));
    expect(backend.tf.memory().numTensors).toBe(before);
    const { checkpoint } = partial;
    const shared = { backend, superGraph: cellSupernet, data: smallData, batchSize: 32, recalibrationBatches: 1 };
    expect(() => openPathEvaluator({ ...shared, checkpoint })).toThrow('another supernet');
  }, 20_000);
});

describe('shared weights', () => {
  it('learn: paths are far better than chance, and the same whatever was judged before', async () => {
    const [, strategy] = strategies[0] as (typeof strategies)[number];
    const { checkpoint } = complete(
      await trainSupernet(smallSearch(backend, strategy, { data: smallData, epochs: 10 })),
    );
    const before = backend.tf.memory().numTensors;
    const paths = openPathEvaluator({
      backend,
      superGraph: cellSupernet,
      checkpoint,
      data: smallData,
      batchSize: 32,
      recalibrationBatches: 6,
    });
    const all = (value: string) => Object.fromEntries(cellChoices.map(({ param }) => [param, value]));
    const conv = await paths.evaluate(all('conv'));
    const pool = await paths.evaluate(all('pool'));
    const nothing = await paths.evaluate(all('none'));
    expect(await paths.evaluate(all('conv'))).toEqual(conv);
    expect(conv.accuracy).toBeGreaterThan(0.8);
    expect(pool).not.toEqual(conv);
    // A network that no image gets through guesses one of three classes.
    expect(nothing.accuracy).toBeLessThan(0.5);
    paths.dispose();
    expect(backend.tf.memory().numTensors).toBe(before);
  }, 20_000);
});
