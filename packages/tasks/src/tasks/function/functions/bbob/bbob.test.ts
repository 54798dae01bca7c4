import { readFileSync } from 'node:fs';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { bbobFunctions, bbobProblem } from './bbob.js';

interface Golden {
  readonly fopt: number;
  readonly xopt: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly f: readonly number[];
}

const file = new URL('testdata/golden-bbob.json', import.meta.url);
const golden = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Golden>);

function problemOf(key: string) {
  const [, number, instance, dimension] = /^f(\d+)_i(\d+)_d(\d+)$/.exec(key) ?? [];
  return bbobProblem(Number(number), { instance: Number(instance), dimension: Number(dimension) });
}

describe('BBOB', () => {
  it('has golden cases for every function', () => {
    expect(golden).toHaveLength(3 * bbobFunctions.length);
  });

  it.each(golden)('%s equals its golden values', (key, { fopt, xopt, x, f }) => {
    const problem = problemOf(key);
    expect(problem.optimalValue).toBe(fopt);
    xopt.forEach((value, i) => expect(problem.optimum[i]).toBeCloseTo(value, 12));
    x.forEach((point, i) => {
      const value = f[i] as number;
      const difference = Math.abs(problem.evaluate(Float64Array.from(point)) - value);
      expect(difference / Math.max(1, Math.abs(value))).toBeLessThan(1e-11);
    });
    expect(problem.evaluate(problem.optimum)).toBeCloseTo(fopt, 9);
  });

  it('is nowhere better than at its optimum', () => {
    const rng = createRng('anywhere');
    for (let number = 1; number <= bbobFunctions.length; number++) {
      for (const instance of [2, 3]) {
        const { optimum, optimalValue, evaluate } = bbobProblem(number, { instance, dimension: 3 });
        expect(evaluate(optimum)).toBeCloseTo(optimalValue, 9);
        const points = Array.from({ length: 20 }, () => optimum.map(() => 10 * rng.next() - 5));
        for (const point of points) expect(evaluate(point)).toBeGreaterThan(optimalValue);
      }
    }
  });
});
