import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type RunResult, useRuns } from '../../support/use-runs.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const rates = Array.from({ length: 20 }, (_, i) => i + 1);

describe('tasks that bring their space', () => {
  const runs = useRuns();
  beforeAll(() => {
    const rows = names.flatMap((name, n) => rates.map((rate) => `${name},${rate},${(rate - 7) ** 2 + n}`));
    writeFileSync(path.join(runs().dataDir, 'results.csv'), ['name,rate,loss', ...rows].join('\n'));
  });

  it('look a table up in the data folder, every row of it', async () => {
    const settings = { file: 'results.csv', params: ['name', 'rate'], metrics: ['loss'] };
    const spec = {
      name: 'table',
      task: { name: 'table', settings },
      objectives: [{ metric: 'loss' }],
      searcher: { name: 'random' },
      budget: { maxTrials: 200, maxParallel: 2 },
    };
    const result = (await runs().run(spec, '--in-process')).json<RunResult>();
    // The searcher is exhausted when there is nothing new.
    expect(result).toMatchObject({ state: 'complete', counts: { complete: names.length * rates.length } });
    expect(result.best[0]).toMatchObject({ values: [0], params: { 'hp.name': 'a', 'hp.rate': 7 } });

    const missing = { ...spec, task: { name: 'table', settings: { ...settings, file: 'result.csv' } } };
    const refused = await runs().run(missing, '--in-process');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`task.settings.file: there is no file ${path.join(runs().dataDir, 'result.csv')}`);
  }, 120_000);

  it('evaluate a function the same way in one process and through the platform, resumed trials included', async () => {
    const spec = {
      name: 'function',
      task: { name: 'function', settings: { function: 'mixed', dimension: 6, steps: 9 } },
      objectives: [{ metric: 'value' }],
      searcher: { name: 'hyperband' },
      budget: { maxTrials: 30 },
    };
    const inProcess = (await runs().run(spec, '--in-process')).json<RunResult>();
    const platform = (await runs().run(spec)).json<RunResult>();
    expect(inProcess).toMatchObject({ state: 'complete', counts: { complete: 30 } });
    expect(Object.keys(inProcess.trials[0]?.params ?? {})).toEqual(
      ['x1', 'n1', 'c1', 'x2', 'n2', 'c2'].map((name) => `hp.${name}`),
    );
    expect(platform.trials).toEqual(inProcess.trials);
  }, 180_000);
});
