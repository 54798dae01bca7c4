import { describe, expect, it } from '@jest/globals';
import { type RunResult, useRuns } from '../../support/use-runs.js';

/** A search with shared weights on the digits that takes seconds. */
const specOf = (searcher: object) => ({
  name: 'shared weights',
  task: {
    name: 'supernet',
    settings: {
      dataset: 'digits',
      trainSize: 128,
      validationSize: 64,
      epochs: 2,
      supernet: { epochs: 2, batchSize: 32 },
    },
  },
  space: {
    arch: { dialect: 'nasbench201', ops: ['none', 'skip_connect', 'nor_conv_3x3'], width: 4, stages: 1, cells: 1 },
  },
  objectives: [{ metric: 'val_accuracy' }],
  searcher,
  budget: { maxTrials: 5, maxParallel: 1 },
  final: { top: 0 },
  seed: 1,
});

describe('a search with shared weights', () => {
  const runs = useRuns();

  const candidates = ['supernet', 'shared-weights', 'shared-weights', 'shared-weights', null];
  const derived = ['supernet', null, 'supernet', null, 'supernet'];
  it.each([
    ['one-shot', {}, candidates],
    ['enas', { controllerSteps: 2, controllerSamples: 2 }, candidates],
    ['enas', { controllerSteps: 2, controllerSamples: 2, controller: 'lstm', units: 10 }, candidates],
    ['darts', {}, derived],
    ['darts', { method: 'binary', costWeight: 0.1, costTerm: 'latency' }, derived],
  ])(
    'by %s with %j goes from a supernet to a network from scratch, which alone can be the best',
    async (name, options, modes) => {
      const { state, trials, best } = (await runs().run(specOf({ name, options }), '--in-process')).json<RunResult>();
      expect(state).toBe('complete');
      expect(trials.map((trial) => trial.mode)).toEqual(modes);
      expect(trials.map((trial) => trial.state)).toEqual(trials.map(() => 'complete'));
      expect(trials[best[0]?.number ?? 0]?.mode).toBeNull();
      const [supernet, next] = trials;
      expect(supernet?.values).toBeNull();
      expect(supernet?.metrics['supernet_accuracy']).toBeGreaterThan(0);
      expect(next?.values).toEqual([next?.metrics['val_accuracy']]);
    },
    120_000,
  );

  it('is refused where nothing can be shared', async () => {
    const spec = { ...specOf({ name: 'darts' }), space: { arch: { dialect: 'cnn-chain' } } };
    const command = await runs().run(spec, '--in-process');
    expect(command.stderr).toContain('share no weights');
  }, 60_000);
});
