import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Claim, JsonObject, Metrics, Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describeTask, evaluateTrial } from '@cambium/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableEvaluator } from './evaluate.js';
import { tableManifest } from './manifest.js';
import { openTable } from './open-table.js';
import { tableSettings } from './settings.js';

const grid = [1e-4, 1e-3, 1e-2];
/** Two kinds, three rates, two epochs, each measured five times. */
const curves = ['rate,kind,cell,epoch,accuracy,seconds']
  .concat(
    ['sgd', 'adam'].flatMap((kind, k) =>
      grid.flatMap((rate, r) =>
        [10, 20].map((epoch, e) => {
          const accuracy = 10 * k + r + e / 8;
          const repetitions = [0, 1, 2, 3, 4].map((repetition) => accuracy + repetition / 128);
          return `${rate},${kind},0${k}${r},${epoch},${repetitions.join(';')},${epoch * 2}`;
        }),
      ),
    ),
  )
  .join('\n');

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'cambium-table-'));
  await writeFile(path.join(dataDir, 'curves.csv'), curves);
  await writeFile(path.join(dataDir, 'curves.csv.gz'), gzipSync(curves));
  await writeFile(path.join(dataDir, 'broken.csv'), 'rate,accuracy\n1,2\n3\n');
  await writeFile(path.join(dataDir, 'empty.csv'), 'rate,accuracy\n');
  await writeFile(path.join(dataDir, 'grid.f32'), Float32Array.from([1, 3, 10, 30, 100, 300, 5, 7, 50, 70, 500, 700]));
  await writeFile(path.join(dataDir, 'alone.bin'), 'x');
  const space = { kind: ['tanh', 'relu'], rate: [0.1, 0.01, 1] };
  const entries = {
    'grid.f32': { shape: [6, 2], space, metric: 'loss' },
    'short.f32': { shape: [6, 3], space, metric: 'loss' },
  };
  await writeFile(path.join(dataDir, 'index.json'), JSON.stringify(entries));
  await writeFile(path.join(dataDir, 'short.f32'), Float32Array.from([1, 2, 3]));
  await writeFile(path.join(dataDir, 'unknown.f32'), Float32Array.from([1, 2, 3]));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const environment = {
  get dataDir() {
    return dataDir;
  },
};
const settings = { file: 'curves.csv', params: ['rate', 'kind'], metrics: ['accuracy'], maximize: ['accuracy'] };
const withCurve = { ...settings, curve: 'epoch', time: 'seconds', repetitions: 'draw' };

describeTask({
  manifest: tableManifest,
  evaluator: tableEvaluator,
  environment,
  settings: withCurve,
  refused: { ...settings, file: 'nowhere.csv' },
  space: { hp: { rate: { type: 'float', low: 1e-4, high: 1e-2 }, kind: { type: 'categorical', choices: ['sgd'] } } },
  params: { 'hp.rate': 1e-3, 'hp.kind': 'sgd' },
  design: { hp: { rate: 1e-3, kind: 'sgd' } },
  badParams: { 'hp.rate': [] as never, 'hp.kind': 'sgd' },
});

const prepare = (change: JsonObject) =>
  tableManifest.prepare(tableSettings.parse({ ...settings, ...change }), environment);

async function measured(change: JsonObject, params: Params, claim: Partial<Claim> = {}): Promise<Metrics> {
  const whole = { params, fidelity: null, resumeFrom: null, seed: 1, number: 0, ...claim };
  const outcome = await tableEvaluator.evaluate(
    { ...whole, task: { name: 'table', settings: { ...settings, ...change } } } as Claim,
    {
      report: async () => 'continue',
      signal: new AbortController().signal,
      environment,
      saveArtifact: async () => ({}),
    } as never,
  );
  if (outcome.kind !== 'complete') throw new Error(JSON.stringify(outcome));
  return outcome.metrics;
}

describe('a table’s own space', () => {
  it('orders numbers and lists texts', async () => {
    expect(await prepare({ curve: 'epoch' })).toMatchObject({
      kind: 'ready',
      maxStep: 2,
      space: {
        hp: { rate: { type: 'ordinal', choices: grid }, kind: { type: 'categorical', choices: ['adam', 'sgd'] } },
      },
    });
  });

  it('takes numbers that would lose something for texts, and may take their characters', async () => {
    expect(await prepare({ params: ['cell', 'cell[1]', 'cell[2]'] })).toMatchObject({
      maxStep: 1,
      space: {
        hp: {
          cell: { type: 'categorical', choices: ['000', '001', '002', '010', '011', '012'] },
          cell_1: { type: 'categorical', choices: ['0', '1'] },
          cell_2: { type: 'categorical', choices: ['0', '1', '2'] },
        },
      },
    });
  });
});

describe('a table', () => {
  it('measures the row of the point at the last step, and the mean of its repetitions', async () => {
    const point = { 'hp.rate': 1e-3, 'hp.kind': 'adam' };
    const metrics = await measured({ curve: 'epoch', time: 'seconds' }, point);
    expect(metrics).toEqual({ accuracy: 11.140625, seconds: 40 });
    const early = await measured({ curve: 'epoch' }, point, { fidelity: 1 });
    expect(early).toEqual({ accuracy: 11.015625 });
    expect((await measured({}, point))['accuracy']).toBe(11.078125);
    expect(await measured({ file: 'curves.csv.gz', curve: 'epoch', time: 'seconds' }, point)).toEqual(metrics);
  });

  it('draws a repetition for each trial', async () => {
    const point = { 'hp.rate': 1e-4, 'hp.kind': 'sgd' };
    const change = { curve: 'epoch', repetitions: 'draw' };
    const values = [];
    for (let number = 0; number < 20; number++) values.push((await measured(change, point, { number }))['accuracy']);
    expect(new Set(values)).toEqual(new Set([0, 1, 2, 3, 4].map((repetition) => 0.125 + repetition / 128)));
  });

  it('tells what is known before a training: in mode proxy, and as step 0 where a pruner judges by it', async () => {
    const given = { ...settings, metrics: ['accuracy', 'seconds'], untrained: ['seconds'], curve: 'epoch' };
    const point = { 'hp.rate': 1e-3, 'hp.kind': 'adam' };
    expect(await measured(given, point, { mode: 'proxy' })).toEqual({ seconds: 20 });
    const claim = {
      params: point,
      task: { name: 'table', settings: given },
      space: {},
      context: {},
      untrainedMetric: 'seconds',
    };
    const run = (decide: () => 'stop' | 'continue') =>
      evaluateTrial({ evaluator: tableEvaluator, environment, claim, decide });
    const first = { step: 0, metrics: { seconds: 20 } };
    expect(await run(() => 'stop')).toMatchObject({ reports: [first], outcome: { kind: 'stopped' } });
    const { reports } = await run(() => 'continue');
    expect(reports).toEqual([first, expect.objectContaining({ step: 1 }), expect.objectContaining({ step: 2 })]);
    const [accuracy, seconds] = tableManifest.metrics(tableSettings.parse(given));
    expect([accuracy?.untrained, seconds?.untrained]).toEqual([undefined, true]);
  });

  it.each([
    [2e-3, 'adam', 11.140625, 'the position between 1e-3 and 1e-2 decides, a tenth of the way'],
    [8e-3, 'adam', 12.140625, 'eight tenths of the way'],
    [5, 'adam', 12.140625, 'above the highest'],
    [0, 'adam', 10.140625, 'below the lowest'],
  ])('stands in for %d, %s with the nearest row', async (rate, kind, accuracy) => {
    const metrics = await measured({ curve: 'epoch' }, { 'hp.rate': rate, 'hp.kind': kind });
    expect(metrics['accuracy']).toBe(accuracy);
  });

  it('has no row for a text that it does not know', async () => {
    await expect(measured({}, { 'hp.rate': 1e-3, 'hp.kind': 'rmsprop' })).rejects.toThrow(/kind .*rmsprop.*adam, sgd/);
  });

  it('reads packed grids, the last parameter fastest', async () => {
    const change = { file: 'grid.f32', params: ['kind', 'rate'], metrics: ['loss'], maximize: [] };
    const loss = async (kind: string, rate: number) => measured(change, { 'hp.kind': kind, 'hp.rate': rate });
    expect(await loss('tanh', 0.1)).toEqual({ loss: 2 });
    expect(await loss('tanh', 0.01)).toEqual({ loss: 20 });
    expect(await loss('relu', 1)).toEqual({ loss: 600 });
    expect(await prepare(change)).toMatchObject({
      space: { hp: { kind: { type: 'categorical' }, rate: { type: 'ordinal', choices: [0.01, 0.1, 1] } } },
    });
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['a missing file', { file: 'nowhere.csv' }, 'file', /nowhere\.csv; put the table there.*absolute/],
    ['a folder', { file: '.' }, 'file', /there is no file/],
    ['another kind of file', { file: 'alone.bin' }, 'file', /\.csv\.gz or a packed \.f32/],
    ['a broken row', { file: 'broken.csv' }, 'file', /row 2 of .* has 1 cells, and the header 2/],
    ['no row', { file: 'empty.csv' }, 'file', /no rows/],
    ['an unknown parameter', { params: ['rate', 'kynd'] }, 'params.1', /did you mean "kind"/],
    ['an unknown metric', { metrics: ['acuracy'], maximize: [] }, 'metrics.0', /did you mean "accuracy"/],
    ['a metric of words', { metrics: ['kind'], maximize: [] }, 'metrics.0', /needs numbers, and has "sgd" in row 1/],
    ['an unknown curve', { curve: 'epochs' }, 'curve', /did you mean "epoch"/],
    ['a character that is not there', { params: ['cell[3]'] }, 'params.0', /only 3 characters/],
    ['a packed file without its index', { file: 'unknown.f32' }, 'file', /needs an entry unknown\.f32/],
    ['a packed file of another size', { file: 'short.f32' }, 'file', /12 bytes.*6 rows.*must agree/],
    ['a part of a grid', { file: 'grid.f32', params: ['rate'], metrics: ['loss'], maximize: [] }, 'params', /add kind/],
  ])('is refused with %s', async (_, change, at, message) => {
    const prepared = await prepare(change);
    const issues = prepared.kind === 'refused' ? prepared.issues : [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([at]);
    expect(issues[0]?.message).toMatch(message);
  });

  it.each<[JsonObject, string]>([
    [{ params: ['rate', 'rate'] }, 'params.1'],
    [{ metrics: ['accuracy', 'accuracy'] }, 'metrics.1'],
    [{ maximize: ['seconds'] }, 'maximize.0'],
    [{ untrained: ['seconds'] }, 'untrained.0'],
    [{ time: 'accuracy' }, 'time'],
  ])('refuses the settings %j', (change, at) => {
    const issues = tableSettings.safeParse({ ...settings, ...change }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([at]);
  });
});

const shared = path.resolve(import.meta.dirname, '../../../../../../shared/data');
const nasbench = path.join(shared, 'nasbench201/nb201.csv');
const present = existsSync(nasbench);
if (!present) console.warn(`skipped: ${nasbench} is not here`);

(present ? describe : describe.skip)('NAS-Bench-201', () => {
  const edges = [0, 1, 2, 3, 4, 5].map((edge) => `ops[${edge}]`);
  const given = { file: nasbench, params: edges, metrics: ['c10_val12', 'c10_test200'], maximize: ['c10_val12'] };

  it('loads fast and knows every cell', async () => {
    const startedAt = performance.now();
    const table = await openTable(tableSettings.parse(given), environment);
    // It takes 0.1 s; a busy machine is no failure.
    expect(performance.now() - startedAt).toBeLessThan(2000);
    const cell = Object.fromEntries([...'333132'].map((op, edge) => [`hp.ops_${edge}`, op]));
    expect(table.measure(table.find(cell), 1, null)['c10_test200']).toBeCloseTo(94.3733, 4);
  });

  it('makes a space of 15,625 cells', async () => {
    const prepared = await tableManifest.prepare(tableSettings.parse(given), environment);
    const space = requireSpace(prepared.kind === 'ready' ? (prepared.space ?? {}) : {});
    const domains = space.parameters.map(({ domain }) => domain);
    expect(domains).toEqual(edges.map(() => ({ kind: 'categorical', choices: ['0', '1', '2', '3', '4'] })));
  });
});
