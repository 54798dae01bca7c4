import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import type { MethodResult } from './augmentation/compare-methods.js';
import type { ProblemReport } from './evaluate.js';
import type { Verdict } from './nas/verdicts.js';
import type { CollapseRun } from './one-shot/collapse.js';
import type { MethodReport } from './one-shot/report-lines.js';

const script = path.resolve(import.meta.dirname, '../../infra/scripts/bench.mjs');

/** `npm run bench -- …`. */
async function bench(
  args: readonly string[],
): Promise<{ code: number; result: Record<string, unknown>; messages: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? -1));
  });
  const [out, messages] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, result: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>), messages };
}

const size = ['--seeds', '3', '--trials', '60', '--threads', '2'];

describe('npm run bench -- quality', () => {
  it('compares searchers on functions, the same at every time and in parallel searches', async () => {
    const args = [
      'quality',
      '--problems',
      'conditional,mixed',
      '--searchers',
      'random,evolution(population=8)',
      ...size,
    ];
    const [first, second] = [await bench(args), await bench(args)];
    expect(first.code).toBe(0);
    const problems = (run: typeof first) => run.result['problems'] as ProblemReport[];
    expect(problems(first).map(({ name, budgets }) => [name, budgets])).toEqual([
      ['conditional', [50, 60]],
      ['mixed', [50, 60]],
    ]);
    const reached = (run: typeof first) => problems(run).map(({ contestants }) => contestants.map((c) => c.reached));
    expect(reached(second)).toEqual(reached(first));
    const [random, evolution] = problems(first)[1]?.contestants ?? [];
    expect(random?.reached[60]).toMatchObject({ runs: 3, mean: expect.any(Number), interval: expect.any(Array) });
    expect(evolution?.p?.[60]).toBeLessThanOrEqual(1);
    expect(first.messages).toContain('evolution(population=8)');
  }, 60_000);

  it('runs trials in parallel, with a pruner', async () => {
    const args = ['quality', '--problems', 'bbob-f1-d3', '--searchers', 'tpe+median', '--parallel', '4'];
    const { code, result } = await bench([...args, ...size]);
    expect(code).toBe(0);
    expect(result['settings']).toMatchObject({ parallel: 4, contestants: ['tpe+median'] });
  }, 60_000);

  it.each([
    [['--problems', 'bbob-f99'], /no problem "bbob-f99"; did you mean "bbob-f/],
    [['--searchers', 'radnom'], /unknown searcher "radnom"; did you mean "random"/],
    [['--searchers', 'random+medain'], /unknown pruner "medain"; did you mean "median"/],
    [['--searchers', 'evolution(populatoin=8)'], /evolution refuses its options.*did you mean "population"/],
    [['--seeds', '0'], /--seeds needs a whole number from 1/],
  ])(
    'refuses %j in one sentence',
    async (args, message) => {
      const { code, messages } = await bench(['quality', ...args]);
      expect(code).toBe(2);
      expect(messages).toMatch(message);
      expect(messages.trim().split('\n')).toHaveLength(1);
    },
    60_000,
  );
});

const data = path.resolve(import.meta.dirname, '../../../shared/data/nasbench201');
const present = existsSync(data);
if (!present) console.warn(`skipped: ${data} is not here`);

(present ? describe : describe.skip)('npm run bench -- nas', () => {
  it('gives a verdict for each budget, front and target, on any device of the table', async () => {
    const few = ['--seeds', '2', '--trials', '30', '--threads', '2'];
    const { code, result, messages } = await bench([
      'nas',
      '--devices',
      'samsung_s7',
      '--searchers',
      'reinforce',
      ...few,
    ]);
    expect(code).toBe(0);
    const verdicts = result['verdicts'] as Verdict[];
    expect(verdicts.map(({ problem, contestant, budget }) => `${problem} ${contestant} ${budget}`)).toEqual([
      ...['cifar10', 'cifar100', 'imagenet16'].flatMap((name) => [
        `nb201-${name} reinforce 25`,
        `nb201-${name}-200 reinforce 25`,
      ]),
      'nb201-samsung-s7 nsga-ii 30',
      ...['soft', 'hard'].flatMap((kind) =>
        ['evolution(population=10;tournament=3)', 'reinforce', 'local-search'].map(
          (searcher) => `mnasnet-${kind}-samsung-s7 ${searcher} 30`,
        ),
      ),
    ]);
    // 30 trials are too few for the front.
    expect(verdicts.find(({ problem }) => problem === 'nb201-samsung-s7')?.reached).toBe(false);
    expect(messages).toContain('NOT      nb201-samsung-s7');
  }, 120_000);

  it('takes latencies of devices that nobody has published, and targets for them', async () => {
    const [, ...rows] = readFileSync(path.join(data, 'nb201.csv'), 'utf8').trim().split('\n');
    // Milliseconds that only the operations decide: 1 and 2 for convolutions, 3 for what all cells have.
    const lines = rows.map((row) => {
      const [idx, ops = ''] = row.split(',');
      return [idx, ops, [...ops].reduce((sum, op) => sum + (op === '3' ? 2 : op === '2' ? 1 : 0), 3)].join(',');
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'latencies-'));
    const file = path.join(folder, 'mine.csv');
    const run = ['nas', '--parts', 'fronts,rewards', '--rewards', 'local-search', '--latencies', file];
    try {
      writeFileSync(file, ['idx,ops,my_phone', ...lines].join('\n'));
      const few = ['--seeds', '2', '--trials', '200', '--threads', '2', '--targets', '6,50%'];
      const { code, result, messages } = await bench([...run, ...few]);
      expect(code).toBe(0);
      const verdicts = result['verdicts'] as Verdict[];
      expect(verdicts.map(({ problem, reached }) => [problem.replace(folder + path.sep, ''), reached])).toEqual([
        ['nb201-mine.csv:my_phone', expect.any(Boolean)],
        ['mnasnet-soft-mine.csv:my_phone', null],
        ['mnasnet-hard-mine.csv:my_phone@6', true],
        ['mnasnet-hard-mine.csv:my_phone@50%', expect.any(Boolean)],
      ]);
      expect(messages).toContain('the target of 6 ms');
      const unknown = await bench([...run, '--devices', 'my_phine']);
      expect(unknown.code).toBe(2);
      expect(unknown.messages).toContain('did you mean "my_phone"?');
      writeFileSync(file, ['idx,ops,my_phone', ...lines.slice(1)].join('\n'));
      const short = await bench(run);
      expect(short.code).toBe(2);
      expect(short.messages.trim()).toBe(`${file} has 15624 of the 15625 cells`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('refuses a device that the table has not, in one sentence', async () => {
    const { code, messages } = await bench(['nas', '--parts', 'fronts', '--devices', 'raspi5']);
    expect(code).toBe(2);
    expect(messages).toMatch(/no problem "nb201-raspi5"; did you mean "nb201-raspi4"/);
  }, 60_000);
});

describe('npm run bench -- ask-tell', () => {
  it('measures what asks cost, by number of trials and dimension', async () => {
    const { code, result } = await bench([
      'ask-tell',
      '--no-peer',
      '--searchers',
      'random',
      '--trials',
      '50,100',
      '--dimensions',
      '2,4',
    ]);
    expect(code).toBe(0);
    const runs = result['runs'] as { dimension: number; costs: { trials: number; cpuSeconds: number }[] }[];
    expect(runs.map(({ dimension, costs }) => [dimension, costs.map(({ trials }) => trials)])).toEqual([
      [2, [50, 100]],
      [4, [50, 100]],
    ]);
    for (const { costs } of runs) expect(costs[1]?.cpuSeconds).toBeGreaterThan(costs[0]?.cpuSeconds ?? 0);
  }, 60_000);
});

describe('npm run bench -- one-shot', () => {
  it('trains a sample and what is derived from scratch, and says how good the one is among the other', async () => {
    const methods = ['darts', 'darts(partialChannels=2)', 'one-shot(candidates=3)'];
    const run = ['one-shot', '--methods', methods.join(), '--seeds', '2', '--backend', 'wasm'];
    const small = ['--train', '96', '--epochs', '1', '--search-epochs', '1', '--width', '4', '--sample', '4'];
    const { code, result, messages } = await bench([...run, ...small]);
    expect(code).toBe(0);
    expect(result['sample']).toHaveLength(4);
    const reports = result['methods'] as MethodReport[];
    expect(reports.map(({ method }) => method)).toEqual(methods);
    for (const { runs, p, seconds, relativeCost } of reports) {
      expect(runs).toHaveLength(2);
      // The best of two and four is at least one of the 15 ways to choose two of them.
      expect(p).toBeGreaterThanOrEqual(1 / 15);
      expect(p).toBeLessThanOrEqual(1);
      expect(seconds).toBeGreaterThan(0);
      // Weights of partial channels judge no whole network.
      expect(relativeCost ?? Number.POSITIVE_INFINITY).toBeGreaterThan(0);
    }
    expect(reports.map(({ relativeCost }) => relativeCost === null)).toEqual([false, true, false]);
    expect(messages).toContain('better than chance: p = ');
    expect(messages).toContain('τ-b of shared and own weights');
  }, 60_000);

  it('shows where a search drifts to, with and without early stops', async () => {
    const small = ['--train', '96', '--epochs', '1', '--search-epochs', '3', '--repetitions', '1', '--seeds', '1'];
    const { code, result, messages } = await bench(['collapse', ...small, '--backend', 'wasm']);
    expect(code).toBe(0);
    const runs = result['runs'] as CollapseRun[];
    expect(runs.map(({ stop }) => stop.includes('skipLimit=0'))).toEqual([true, false, true]);
    const [toTheEnd] = runs;
    expect(toTheEnd?.ended).toBeNull();
    expect(toTheEnd?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const { weight, skips } of toTheEnd?.epochs ?? []) {
      // One of two options of six edges, hardly moved.
      expect(weight).toBeGreaterThan(0.2);
      expect(weight).toBeLessThan(0.8);
      expect(skips).toBeLessThanOrEqual(6);
    }
    expect(messages).toContain('went on to its end');
  }, 60_000);

  it('says which method trains no supernet', async () => {
    const { code, messages } = await bench(['one-shot', '--methods', 'random', '--sample', '1']);
    expect(code).toBe(2);
    expect(messages).toContain('random trains no supernet');
  });
});

describe('npm run bench -- augmentation', () => {
  it('compares what searches of policies find with no augmentation and TrivialAugment, with intervals', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cambium-augmentation-'));
    const methods = ['none', 'trivialaugment', 'randaugment'];
    const small = ['--train', '96', '--epochs', '1', '--trials', '3', '--seeds', '2', '--backend', 'wasm'];
    const args = ['augmentation', '--datasets', 'digits', '--methods', methods.join(), ...small, '--folder', folder];
    try {
      const { code, result, messages } = await bench(args);
      expect({ code, messages }).toMatchObject({ code: 0 });
      expect(result['runs']).toHaveLength(methods.length * 2);
      const results = result['results'] as MethodResult[];
      expect(results.map(({ method }) => method)).toEqual(methods);
      for (const { method, accuracy, searchSeconds, against } of results) {
        for (const { runs, mean, interval } of [accuracy, searchSeconds]) {
          expect(runs).toBe(2);
          expect(mean).toBeGreaterThan(0);
          expect(interval[0]).toBeLessThanOrEqual(mean);
          expect(interval[1]).toBeGreaterThanOrEqual(mean);
        }
        expect(against.map((other) => other.method)).toEqual(
          ['none', 'trivialaugment'].filter((other) => other !== method),
        );
        for (const { ahead, p, verdict } of against) {
          expect(ahead.interval).toEqual([expect.any(Number), expect.any(Number)]);
          expect(p).toBeLessThanOrEqual(1);
          expect(verdict === 'better').toBe(p < 0.05 && ahead.mean > 0);
        }
      }
      expect(messages).toMatch(/digits, randaugment: .* ahead of trivialaugment \(p /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
