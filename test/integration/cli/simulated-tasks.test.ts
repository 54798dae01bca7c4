import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';

interface Result {
  readonly state: string;
  readonly counts: Record<string, number>;
  readonly best: readonly { readonly values: number[] | null }[];
  readonly trials: readonly { readonly params: object; readonly metrics: Record<string, number> }[];
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const rates = Array.from({ length: 20 }, (_, i) => i + 1);

describe('tasks that bring their space', () => {
  let dataDir: string;
  const run = (spec: object, ...args: string[]) => {
    const file = path.join(dataDir, 'spec.json');
    writeFileSync(file, JSON.stringify(spec));
    return cambium(['run', file, '--json', ...args], { dataDir });
  };
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-simulated-'));
    const rows = names.flatMap((name, n) => rates.map((rate) => `${name},${rate},${(rate - 7) ** 2 + n}`));
    writeFileSync(path.join(dataDir, 'results.csv'), ['name,rate,loss', ...rows].join('\n'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('look a table up in the data folder, every row of it', async () => {
    const settings = { file: 'results.csv', params: ['name', 'rate'], metrics: ['loss'] };
    const spec = {
      name: 'table',
      task: { name: 'table', settings },
      objectives: [{ metric: 'loss' }],
      searcher: { name: 'random' },
      budget: { maxTrials: 200, maxParallel: 2 },
    };
    const result = (await run(spec, '--in-process')).json<Result>();
    // The searcher is exhausted when there is nothing new.
    expect(result).toMatchObject({ state: 'complete', counts: { complete: names.length * rates.length } });
    expect(result.best[0]).toMatchObject({ values: [0], params: { 'hp.name': 'a', 'hp.rate': 7 } });

    const missing = { ...spec, task: { name: 'table', settings: { ...settings, file: 'result.csv' } } };
    const refused = await run(missing, '--in-process');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`task.settings.file: there is no file ${path.join(dataDir, 'result.csv')}`);
  }, 120_000);

  it('evaluate a function the same way in one process and through the platform, resumed trials included', async () => {
    const spec = {
      name: 'function',
      task: { name: 'function', settings: { function: 'mixed', dimension: 6, steps: 9 } },
      objectives: [{ metric: 'value' }],
      searcher: { name: 'hyperband' },
      budget: { maxTrials: 30 },
    };
    const inProcess = (await run(spec, '--in-process')).json<Result>();
    const platform = (await run(spec)).json<Result>();
    expect(inProcess).toMatchObject({ state: 'complete', counts: { complete: 30 } });
    expect(Object.keys(inProcess.trials[0]?.params ?? {})).toEqual(
      ['x1', 'n1', 'c1', 'x2', 'n2', 'c2'].map((name) => `hp.${name}`),
    );
    expect(platform.trials).toEqual(inProcess.trials);
  }, 180_000);
});
