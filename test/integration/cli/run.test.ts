import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';
import { digitsSearch } from '../../support/search-client.js';
import { type RunResult, type RunTrial, useRuns } from '../../support/use-runs.js';

interface Result extends RunResult {
  readonly wallMs: number;
  readonly deviceSeconds: number;
  readonly lineage: readonly { number: number; stage: string | null; changed: string[]; values: number[] }[];
}

/** A trial without what the clock measured. */
const withoutTimes = ({ metrics, ...trial }: RunTrial) => ({
  ...trial,
  metrics: Object.fromEntries(Object.entries(metrics).filter(([name]) => !/_seconds$|_per_second$/.test(name))),
});

describe('cambium run', () => {
  const runs = useRuns();
  const run = async (spec: object, ...args: string[]) => (await runs().run(spec, ...args)).json<Result>();

  it('gives the same trials in one process, again, and through the platform', async () => {
    const spec = digitsSearch({ budget: { maxTrials: 5, maxParallel: 1 }, pruner: { name: 'asha' } });
    const first = await run(spec, '--in-process');
    const second = await run(spec, '--in-process');
    const platform = await run(spec);

    expect(first.state).toBe('complete');
    const trials = first.trials.map(withoutTimes);
    expect(trials.filter(({ mode }) => mode === null)).toHaveLength(5);
    expect(trials.filter(({ mode }) => mode === 'final')).toHaveLength(1);
    expect(second.trials.map(withoutTimes)).toEqual(trials);
    expect(platform.trials.map(withoutTimes)).toEqual(trials);
    expect(first.best.map(({ number }) => number)).toEqual(platform.best.map(({ number }) => number));
    expect(first.best[0]?.params).toEqual(first.trials[first.best[0]?.number as number]?.params);
    expect(first.lineage.at(-1)).toMatchObject({ number: first.best[0]?.number, values: first.best[0]?.values });
    expect(platform.lineage).toEqual(first.lineage);
    for (const { deviceSeconds, wallMs } of [first, platform]) {
      expect(deviceSeconds).toBeGreaterThan(0);
      // One trial at a time.
      expect(deviceSeconds).toBeLessThan(wallMs / 1000);
    }
    expect(Object.values(first.counts).reduce((sum, count) => sum + count, 0)).toBe(5);
  }, 180_000);

  it('lists the Pareto front of several objectives, best by the first one first', async () => {
    const spec = digitsSearch({
      objectives: [{ metric: 'val_accuracy' }, { metric: 'params' }],
      budget: { maxTrials: 6, maxParallel: 1 },
      searcher: { name: 'nsga-ii', options: { population: 4 } },
      pruner: undefined,
      final: { top: 2 },
    });
    const [one, platform] = [await run(spec, '--in-process'), await run(spec)];
    expect(platform.trials.map(withoutTimes)).toEqual(one.trials.map(withoutTimes));
    expect(platform.best.map(({ number }) => number)).toEqual(one.best.map(({ number }) => number));
    const searched = one.trials.filter(({ mode, values }) => mode === null && values !== null);
    const better = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]) => a >= c && b <= d && (a > c || b < d);
    const front = searched.filter(({ values }) => !searched.some((other) => better(other.values ?? [], values ?? [])));
    expect(new Set(one.best.map(({ values }) => String(values)))).toEqual(new Set(front.map((t) => String(t.values))));
    const accuracies = one.best.map(({ values }) => values?.[0] ?? 0);
    expect(accuracies).toEqual(accuracies.toSorted((a, b) => b - a));
    expect(one.trials.filter(({ mode }) => mode === 'final')).toHaveLength(2);
  }, 180_000);

  it.each([
    ['an unknown searcher', { searcher: { name: 'evolutoin' } }, /searcher\.name: .*did you mean "evolution"/],
    ['an impossible range', { space: { hp: { lr: { type: 'float', low: 1, high: 0.1 } } } }, /space\.hp\.lr/],
    [
      'a range that training does not accept',
      { space: { hp: { lr: { type: 'float', low: 1, high: 50 } } } },
      /space\.hp\.lr\.high: lr can't be 50\. .*at most 10/,
    ],
    [
      'an unknown backend',
      { task: { name: 'image-classification', settings: { dataset: 'digits', backend: 'wsam' } } },
      /task\.settings\.backend: .*did you mean "wasm"/,
    ],
    [
      'a constraint on an unknown metric',
      { constraints: [{ metric: 'parms', max: 1 }] },
      /constraints\[0\]\.metric: .*params/,
    ],
    [
      'a missing data set',
      { task: { name: 'image-classification', settings: { dataset: 'fashion' } } },
      /task\.settings\.dataset: .*fashion-mnist/,
    ],
  ])(
    'refuses %s with its path and the fix, exit code 2',
    async (_, change, message) => {
      const command = await runs().run(digitsSearch(change), '--in-process');
      expect(command.code).toBe(2);
      expect(command.stderr).toMatch(message);
      expect(command.stdout).toBe('');
    },
    60_000,
  );

  it.each([
    [['strat'], /unknown command 'strat'\n\(Did you mean start\?\)/],
    [['run'], /missing required argument 'file'/],
    [['run', 'x.yaml', '--fast'], /unknown option '--fast'/],
    [['runner', '--slots', 'two'], /must be an integer of at least 1/],
    [['resume', 'first'], /"first" is not an id/],
  ])('refuses the command line %j, exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await cambium(args, runs());
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  it('says why an experiment failed', async () => {
    const spec = digitsSearch({ budget: { maxTrials: 1, maxParallel: 1, maxTrialSeconds: 0.001 } });
    const { code, stderr, json } = await runs().run(spec, '--in-process');
    expect([code, json<Result>().state]).toEqual([1, 'failed']);
    expect(stderr).toMatch(/The experiment failed: .*maxTrialSeconds/);
  }, 60_000);

  it('says where a file can’t be read', async () => {
    const { dataDir } = runs();
    const file = path.join(dataDir, 'broken.yaml');
    writeFileSync(file, 'name: [unclosed\n');
    const broken = await cambium(['run', file, '--in-process'], { dataDir });
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringMatching(/is not valid YAML: .*line/)]);
    const absent = await cambium(['run', path.join(dataDir, 'absent.yaml'), '--in-process'], { dataDir });
    expect([absent.code, absent.stderr]).toEqual([2, expect.stringContaining('there is no such file')]);
    const folder = await cambium(['run', dataDir, '--in-process'], { dataDir });
    expect([folder.code, folder.stderr]).toEqual([2, expect.stringContaining('it is a folder')]);
  }, 60_000);
});
