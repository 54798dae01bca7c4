import type { JsonObject } from '@cambium/core';
import { describeTask } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { functionEvaluator } from './evaluate.js';
import { functionManifest } from './manifest.js';
import { openBenchmark } from './open-benchmark.js';
import { functionSettings } from './settings.js';

const settings = { function: 'binh-korn', noise: 0.1, steps: 3 };

describeTask({
  manifest: functionManifest,
  evaluator: functionEvaluator,
  environment: { dataDir: 'no-such-folder' },
  settings,
  space: { hp: { x1: { type: 'float', low: 0, high: 5 }, x2: { type: 'float', low: 0, high: 3 } } },
  params: { 'hp.x1': 1, 'hp.x2': 2 },
  design: { hp: { x1: 1, x2: 2 } },
  badParams: { 'hp.x1': 1, 'hp.x2': 4 },
});

describe('settings of function', () => {
  it.each<[JsonObject, string, RegExp]>([
    [{ function: 'bbob-f25' }, 'function', /did you mean "bbob-f/],
    [{ function: 'bbob-f1', dimension: 1 }, 'dimension', /from 2 to 200/],
    [{ function: 'branin', dimension: 3 }, 'dimension', /always 2/],
    [{ function: 'zdt1', objectives: 3 }, 'objectives', /always 2/],
    [{ function: 'dtlz2', objectives: 4, dimension: 3 }, 'dimension', /at least 4.*suggest 13/],
    [{ function: 'dtlz2', instance: 2 }, 'instance', /always 1/],
    [{ dimensions: 3 }, '', /did you mean "dimension"/],
  ])('%j are refused at %s', (given, path, message) => {
    const [issue, ...others] = functionSettings.safeParse(given).error?.issues ?? [];
    expect(others).toEqual([]);
    expect(issue?.path.join('.')).toBe(path);
    expect(issue?.message).toMatch(message);
  });

  it('take the dimension that is usual for the function', async () => {
    const spaceOf = async (given: JsonObject) => {
      const prepared = await functionManifest.prepare(functionSettings.parse(given), { dataDir: '' });
      return prepared.kind === 'ready' ? Object.keys(prepared.space?.hp ?? {}) : [];
    };
    expect(await spaceOf({})).toHaveLength(10);
    expect(await spaceOf({ function: 'dtlz1', objectives: 5 })).toHaveLength(9);
    expect(await spaceOf({ function: 'mixed', dimension: 4 })).toEqual(['x1', 'n1', 'c1', 'x2']);
  });
});

describe('a learning curve', () => {
  const curve = (x1: number) => {
    const { measure } = openBenchmark(functionSettings.parse({ function: 'sphere', dimension: 2, steps: 27 }));
    return Array.from(
      { length: 27 },
      (_, i) => measure({ 'hp.x1': x1, 'hp.x2': 3 }, i + 1, []).objectives[0] as number,
    );
  };

  it('falls to the value of the function', () => {
    const values = curve(2);
    expect(values.at(-1)).toBe(5);
    expect(values.every((value, i) => i === 0 || value < (values[i - 1] as number))).toBe(true);
  });

  it('crosses others: who is ahead early need not be at the end', () => {
    const [flat, steep] = [curve(-4), curve(5)];
    expect(flat[0]).toBeLessThan(steep[0] as number);
    expect(flat.at(-1)).toBeGreaterThan(steep.at(-1) as number);
  });
});
