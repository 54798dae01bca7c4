import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';

interface Trial {
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
  name: 'a learnt policy',
  task: {
    name: 'image-classification',
    settings: { dataset: 'digits', trainSize: 160, validationSize: 64, epochs: 2, relaxedPolicy: { epochs: 2 } },
  },
  space: { aug: { dialect: 'autoaugment', subPolicies: 2 } },
  objectives: [{ metric: 'val_accuracy' }],
  searcher: { name: 'dada', options: { standalone: 2 } },
  budget: { maxTrials: 3, maxParallel: 2 },
  seed: 1,
};

describe('a search that learns a policy', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-dada-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const run = async (change: object = {}) => {
    const file = path.join(dataDir, 'spec.json');
    writeFileSync(file, JSON.stringify({ ...spec, ...change }));
    return cambium(['run', file, '--json', '--in-process'], { dataDir });
  };

  it('learns in one trial, then trains with what that named, which alone can be the best', async () => {
    const { state, trials, best } = (await run()).json<Result>();
    expect(state).toBe('complete');
    expect(trials.map(({ state: each }) => each)).toEqual(trials.map(() => 'complete'));
    expect(trials.map(({ mode }) => mode)).toEqual(['relaxed-policy', null, null, 'final', 'baseline', 'baseline']);
    const [learnt, first, second] = trials;
    expect([learnt?.params, learnt?.values]).toEqual([{}, null]);
    expect(learnt?.metrics['policy_entropy']).toBeLessThan(Math.log(120));
    expect([1, 2]).toContain(best[0]?.number);
    for (const trained of [first, second]) expect(Object.keys(trained?.params ?? {})).toHaveLength(12);
    expect(second?.params).not.toEqual(first?.params);
  }, 120_000);

  it.each([
    [{ space: { aug: { dialect: 'randaugment' } } }, 'in the dialect autoaugment'],
    [{ space: { aug: { ...spec.space.aug, classGroups: [[0]] } } }, 'without class groups'],
    [{ objectives: [{ metric: 'policy_accuracy' }] }, 'while policies are learnt'],
    [{ warmStart: { screening: { metric: 'params', candidates: 2, keep: 1 } } }, 'leave the screening out'],
    [{ task: { name: 'supernet', settings: { dataset: 'digits' } } }, 'take the task image-classification'],
    [
      {
        searcher: {
          name: 'staged',
          options: { stages: [{ name: 'a', branches: ['aug'], searcher: { name: 'dada' } }] },
        },
      },
      'within another search',
    ],
  ])(
    'is refused for %j',
    async (change, message) => {
      expect((await run(change)).stderr).toContain(message);
    },
    60_000,
  );
});
