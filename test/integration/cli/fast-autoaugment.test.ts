import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';

interface Trial {
  readonly number: number;
  readonly state: string;
  readonly mode: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: number[] | null;
  readonly metrics: Readonly<Record<string, number>>;
}
interface Result {
  readonly state: string;
  readonly best: readonly { readonly number: number }[];
  readonly trials: readonly Trial[];
}

const spec = {
  name: 'density matching',
  task: {
    name: 'image-classification',
    settings: { dataset: 'digits', trainSize: 160, validationSize: 64, epochs: 2 },
  },
  space: { aug: { dialect: 'autoaugment', subPolicies: 2, depth: 1 } },
  objectives: [{ metric: 'val_accuracy' }],
  searcher: { name: 'fast-autoaugment', options: { folds: 2, pieceSize: 1, standalone: 1 } },
  budget: { maxTrials: 7, maxParallel: 1 },
  final: { top: 1 },
  seed: 1,
};

describe('a search by density matching', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-density-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const run = async (change: object = {}) => {
    const file = path.join(dataDir, 'spec.json');
    writeFileSync(file, JSON.stringify({ ...spec, ...change }));
    return cambium(['run', file, '--json', '--in-process'], { dataDir });
  };

  it('goes from folds over policies that they judge to one that is trained with, which alone can be the best', async () => {
    const { state, trials, best } = (await run()).json<Result>();
    expect(state).toBe('complete');
    expect(trials.map(({ state: each }) => each)).toEqual(trials.map(() => 'complete'));
    const judged = ['density-matching', 'density-matching', 'density-matching', 'density-matching'];
    expect(trials.map(({ mode }) => mode)).toEqual(['fold', 'fold', ...judged, null, 'final', 'baseline', 'baseline']);
    expect(best.map(({ number }) => number)).toEqual([6]);
    const [fold, , policy] = trials;
    expect([fold?.params, fold?.values, policy?.values]).toEqual([{}, null, null]);
    expect(fold?.metrics['held_out_accuracy']).toBeGreaterThan(0);
    expect(policy?.metrics['held_out_loss']).toBeGreaterThan(0);
    expect(trials[6]?.values).toEqual([trials[6]?.metrics['val_accuracy']]);
  }, 120_000);

  it.each([
    [{ space: { aug: { dialect: 'randaugment' } } }, 'in the dialect autoaugment'],
    [{ objectives: [{ metric: 'held_out_loss' }] }, 'policies that were not trained with'],
    [{ warmStart: { screening: { metric: 'params', candidates: 2, keep: 1 } } }, 'leave the screening out'],
    [
      { budget: { maxTrials: 4 } },
      'budget.maxTrials: fast-autoaugment needs at least 5 trials here: 2 folds, 2 judged policies',
    ],
    [{ task: { name: 'supernet', settings: spec.task.settings } }, 'take the task image-classification'],
  ])(
    'is refused for %j',
    async (change, message) => {
      expect((await run(change)).stderr).toContain(message);
    },
    60_000,
  );
});
