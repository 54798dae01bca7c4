import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';
import { digitsSearch } from '../../support/search-client.js';

interface Trial {
  readonly number: number;
  readonly state: string;
  readonly params: object;
  readonly values: number[] | null;
  readonly metrics: Record<string, number>;
  readonly mode: string | null;
}
interface Result {
  readonly state: string;
  readonly wallMs: number;
  readonly deviceSeconds: number;
  readonly counts: Record<string, number>;
  readonly best: readonly Pick<Trial, 'number' | 'values' | 'params' | 'metrics'>[];
  readonly lineage: readonly { number: number; stage: string | null; changed: string[]; values: number[] }[];
  readonly trials: readonly Trial[];
}

/** A trial without what the clock measured. */
const withoutTimes = ({ metrics, ...trial }: Trial) => ({
  ...trial,
  metrics: Object.fromEntries(Object.entries(metrics).filter(([name]) => !/_seconds$|_per_second$/.test(name))),
});

describe('cambium run', () => {
  let dataDir: string;
  const specFile = (name: string, spec: object) => {
    const file = path.join(dataDir, `${name}.json`);
    writeFileSync(file, JSON.stringify(spec));
    return file;
  };
  const run = async (file: string, ...args: string[]) => {
    const command = await cambium(['run', file, '--json', ...args], { dataDir });
    return command.json<Result>();
  };
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-run-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('gives the same trials in one process, again, and through the platform', async () => {
    const file = specFile(
      'serial',
      digitsSearch({ budget: { maxTrials: 5, maxParallel: 1 }, pruner: { name: 'asha' } }),
    );
    const first = await run(file, '--in-process');
    const second = await run(file, '--in-process');
    const platform = await run(file);

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
    const file = specFile(
      'front',
      digitsSearch({
        objectives: [{ metric: 'val_accuracy' }, { metric: 'params' }],
        budget: { maxTrials: 6, maxParallel: 1 },
        searcher: { name: 'nsga-ii', options: { population: 4 } },
        pruner: undefined,
        final: { top: 2 },
      }),
    );
    const [one, platform] = [await run(file, '--in-process'), await run(file)];
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
      const command = await cambium(['run', specFile('bad', digitsSearch(change)), '--in-process', '--json'], {
        dataDir,
      });
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
    const { code, stdout, stderr } = await cambium(args, { dataDir });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  it('says why an experiment failed', async () => {
    const spec = digitsSearch({ budget: { maxTrials: 1, maxParallel: 1, maxTrialSeconds: 0.001 } });
    const { code, stderr, json } = await cambium(['run', specFile('timeout', spec), '--in-process'], { dataDir });
    expect([code, json<Result>().state]).toEqual([1, 'failed']);
    expect(stderr).toMatch(/The experiment failed: .*maxTrialSeconds/);
  }, 60_000);

  it('says where a file can’t be read', async () => {
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
