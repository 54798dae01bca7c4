import { noTrials } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { printResult } from './print-result.js';
import type { ResultTrial, RunResult } from './run-result.js';

const trial = (number: number, values: readonly number[], change: Partial<ResultTrial> = {}): ResultTrial => ({
  number,
  state: 'complete',
  params: { 'hp.lr': 0.01 },
  values,
  metrics: {},
  mode: null,
  ...change,
});
const result = (best: readonly ResultTrial[], trials = best): RunResult => ({
  state: 'complete',
  wallMs: 1234,
  counts: { ...noTrials, complete: 3 },
  best,
  trials,
});

describe('the result for a person', () => {
  it('names the best trial, its params and what it reached when retrained', () => {
    const final = trial(4, [], { mode: 'final', metrics: { test_accuracy: 0.98765, val_loss: 1 } });
    const best = trial(3, [0.123456]);
    expect(printResult(result([best], [best, final]), ['val_accuracy'])).toBe(
      [
        'complete after 1.2 s: 3 complete, 0 pruned, 0 failed, 0 infeasible',
        'best: trial 3, val_accuracy 0.12346',
        '  hp.lr = 0.01',
        'retrained: complete, test_accuracy 0.9877',
      ].join('\n'),
    );
  });

  it('says how shared weights rank what was trained from scratch', () => {
    const best = trial(3, [0.9]);
    const sharedWeights = { networks: 5, tau: 0.6, interval: [-0.125, 1], reliable: false } as const;
    expect(
      printResult({ ...result([best]), sharedWeights }, ['val_accuracy'])
        .split('\n')
        .at(-1),
    ).toBe(
      "shared weights rank the 5 networks that were trained from scratch with Kendall's τ 0.60, 95 % interval -0.13 to 1.00, not to be relied on for so few",
    );
  });

  it('lists the front of several objectives, and counts what is too much', () => {
    const front = Array.from({ length: 22 }, (_, i) => trial(i, [0.9 - i / 100, 5000 - i]));
    const lines = printResult(result(front), ['val_accuracy', 'params']).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      'Pareto front: 22 trials',
      '  trial  val_accuracy  params',
      '  #0     0.9           5000',
    ]);
    expect(lines.at(-1)).toBe('  and 2 more');
    expect(lines).toHaveLength(2 + 1 + 20 + 1);
  });
});
