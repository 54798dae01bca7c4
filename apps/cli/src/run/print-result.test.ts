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
  deviceSeconds: 2.5,
  counts: { ...noTrials, complete: 3 },
  best,
  lineage: [],
  trials,
});

describe('the result for a person', () => {
  it('names the best trial, its params and what it reached when retrained', () => {
    const final = trial(4, [], { mode: 'final', metrics: { test_accuracy: 0.98765, val_loss: 1 } });
    const best = trial(3, [0.123456]);
    expect(printResult(result([best], [best, final]), ['val_accuracy'])).toBe(
      [
        'complete after 1.2 s, 2.5 device seconds: 3 complete, 0 pruned, 0 failed, 0 infeasible',
        'best: trial 3, val_accuracy 0.12346',
        '  hp.lr = 0.01',
        'retrained: complete, test_accuracy 0.9877',
      ].join('\n'),
    );
  });

  it('lists what the winner is built on, the newest of it', () => {
    const step = (number: number, stage: string | null, changed: readonly string[]) => ({
      number,
      stage,
      changed,
      values: [number / 10],
    });
    const lineage = [step(1, 'architecture', []), step(4, 'training', ['hp.lr', 'arch.a']), step(5, null, ['hp.lr'])];
    const lines = (given: RunResult['lineage']) =>
      printResult({ ...result([trial(5, [0.5])]), lineage: given }, ['val_accuracy'])
        .split('\n')
        .slice(3);
    expect(lines(lineage)).toEqual([
      'built on:',
      '  #1 architecture: 0.1',
      '  #4 training, changes 1 of hp, 1 of arch: 0.4',
      '  #5 changes 1 of hp: 0.5',
    ]);
    expect(lines(lineage.slice(0, 1))).toEqual([]);
    const long = Array.from({ length: 11 }, (_, i) => step(i, 'tpe', []));
    expect(lines(long).slice(0, 3)).toEqual(['built on:', '  3 earlier', '  #3 tpe, the same parameters: 0.3']);
    expect(lines(long)).toHaveLength(2 + 8);
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
