import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type LcbenchMetric, type LcbenchPoint, openLcbench } from '../support/lcbench/lcbench-surrogate.js';

interface Golden {
  readonly encoding: Readonly<Record<string, number>>;
  readonly cont_order: readonly (keyof LcbenchPoint)[];
  readonly outputs: readonly LcbenchMetric[];
  readonly golden: {
    readonly cat: readonly number[];
    readonly x: readonly number[][];
    readonly y: readonly number[][];
  };
}

const folder = path.resolve(import.meta.dirname, '../../../shared/data/yahpo_lcbench');
const file = path.join(folder, 'lcbench.json');
const present = existsSync(file);
if (!present) console.warn(`skipped: ${file} is not here`);

(present ? describe : describe.skip)('the surrogate of LCBench', () => {
  it('predicts its golden vectors', () => {
    const { encoding, cont_order, outputs, golden } = JSON.parse(readFileSync(file, 'utf8')) as Golden;
    const surrogate = openLcbench(folder);
    const tasks = golden.cat.map((code) => Object.keys(encoding).find((task) => encoding[task] === code) ?? '');
    expect(tasks.length).toBeGreaterThan(0);
    golden.x.forEach((values, i) => {
      const point = Object.fromEntries(cont_order.map((name, j) => [name, values[j] as number]));
      const predicted = surrogate.predict(tasks[i] as string, point as unknown as LcbenchPoint);
      outputs.forEach((name, j) => {
        const expected = golden.y[i]?.[j] as number;
        expect(Math.abs(predicted[name] / expected - 1)).toBeLessThan(1e-5);
      });
    });
  });

  it('knows 34 tasks', () => {
    expect(openLcbench(folder).tasks).toHaveLength(34);
  });
});
