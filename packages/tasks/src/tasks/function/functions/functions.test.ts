import { createRng, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { openBenchmark } from '../open-benchmark.js';
import { functionSettings } from '../settings.js';
import { functions } from './registry.js';

const open = (name: string, settings: object = {}) =>
  openBenchmark(functionSettings.parse({ function: name, ...settings }));

/** Objectives of a function of x1, x2, … */
function at(name: string, x: readonly number[], settings: object = {}): readonly number[] {
  const params = Object.fromEntries(x.map((value, i) => [`hp.x${i + 1}`, value]));
  return open(name, { dimension: x.length, ...settings }).measure(params, 1, []).objectives;
}

const zeros = (count: number) => new Array<number>(count).fill(0);
const halves = (count: number) => new Array<number>(count).fill(0.5);

describe.each(functions.names)('function %s', (name) => {
  const { parameters, bounds, measure } = open(name);
  const space = requireSpace({ hp: Object.fromEntries(parameters) as never });

  it('has values not below its bounds on all of its space', () => {
    const rng = createRng(name);
    for (let i = 0; i < 50; i++) {
      const { objectives } = measure(space.sample(rng), 1, []);
      expect(objectives).toHaveLength(bounds.length);
      objectives.forEach((value, m) => expect(value).toBeGreaterThanOrEqual(bounds[m] as number));
    }
  });
});

describe('functions of one objective', () => {
  it.each([
    ['sphere', [1, 1, 1], 0],
    ['sphere', [2, 1, -1], 5],
    ['ellipsoid', [2, 1, 2], 1e6 + 1],
    ['cigar', [2, 1, 2], 1e6 + 1],
    ['tablet', [2, 1, 2], 1e6 + 1],
    ['rosenbrock', [1, 1, 1], 0],
    ['rosenbrock', [0, 0], 1],
    ['ackley', [1, 1, 1], 0],
    ['branin', [Math.PI, 2.275], 0.397887],
    ['branin', [-Math.PI, 12.275], 0.397887],
    ['hartmann6', [0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573], -3.32237],
  ])('%s at %j is %d', (name, x, value) => {
    expect(at(name, x)[0]).toBeCloseTo(value, 5);
  });

  it('mixed moves the best numbers with the choice', () => {
    const value = (params: Params) => open('mixed', { dimension: 3 }).measure(params, 1, []).objectives[0];
    expect(value({ 'hp.x1': 1, 'hp.n1': 3, 'hp.c1': 'c' })).toBe(0);
    expect(value({ 'hp.x1': 2, 'hp.n1': 5, 'hp.c1': 'b' })).toBe(0.5);
    expect(value({ 'hp.x1': 1, 'hp.n1': 3, 'hp.c1': 'b' })).toBe(2.5);
  });

  it('conditional reads the active parameters only', () => {
    const value = (params: Params) => open('conditional').measure(params, 1, []).objectives[0];
    const network = { 'hp.model': 'network', 'hp.rate': 0.01, 'hp.layers': 2, 'hp.units1': 64, 'hp.units2': 32 };
    expect(value(network)).toBe(0);
    expect(value({ ...network, 'hp.rate': 0.1 })).toBeCloseTo(0.2);
    expect(value({ 'hp.model': 'linear', 'hp.alpha': 1e-3 })).toBeCloseTo(0.3);
    expect(value({ 'hp.model': 'forest', 'hp.trees': 300, 'hp.depth': 12 })).toBeCloseTo(0.1);
    expect(() => value({ ...network, 'hp.layers': 3 })).toThrow(/hp\.units3/);
  });
});

describe('functions with constraints', () => {
  it.each([
    ['gardner', [0, 0], [1], [0.5]],
    ['binh-korn', [0, 0], [0, 50], [0, 7.7 - 73]],
    ['binh-korn', [5, 3], [136, 4], [-16, 7.7 - 45]],
  ])('%s at %j', (name, x, objectives, constraints) => {
    const params = Object.fromEntries(x.map((value, i) => [`hp.x${i + 1}`, value]));
    const measured = open(name).measure(params, 1, []);
    objectives.forEach((value, i) => expect(measured.objectives[i]).toBeCloseTo(value, 12));
    constraints.forEach((value, i) => expect(measured.constraints[i]).toBeCloseTo(value, 12));
  });
});

describe('ZDT', () => {
  it.each([
    // On the fronts g is 1, where all but the first are 0.
    ['zdt1', [0.25, ...zeros(9)], [0.25, 0.5]],
    ['zdt1', [0.25, ...halves(9)], [0.25, 5.5 * (1 - Math.sqrt(0.25 / 5.5))]],
    ['zdt2', [0.5, ...zeros(9)], [0.5, 0.75]],
    ['zdt3', [0.25, ...zeros(9)], [0.25, 1 - 0.5 - 0.25 * Math.sin(2.5 * Math.PI)]],
    ['zdt4', [0.25, ...zeros(9)], [0.25, 0.5]],
    ['zdt4', [0.25, 0.5], [0.25, 1.25 * (1 - Math.sqrt(0.2))]],
    ['zdt6', [1, ...zeros(9)], [1, 0]],
    ['zdt6', [0.25, ...zeros(9)], [1 - Math.exp(-1), 1 - (1 - Math.exp(-1)) ** 2]],
  ])('%s at %j', (name, x, objectives) => {
    at(name, x).forEach((value, i) => expect(value).toBeCloseTo(objectives[i] as number, 9));
  });

  it('zdt5 counts bits, and deceives', () => {
    const benchmark = open('zdt5', { dimension: 2 });
    const value = (first: number, second: number) => {
      const bit = ([name]: readonly [string, unknown]): [string, boolean] => {
        const [, string, place] = /^x(\d+)_(\d+)$/.exec(name) ?? [];
        return [`hp.${name}`, Number(place) <= (string === '1' ? first : second)];
      };
      return benchmark.measure(Object.fromEntries(benchmark.parameters.map(bit)), 1, []).objectives;
    };
    expect(value(0, 5)).toEqual([1, 1]);
    expect(value(3, 0)).toEqual([4, 0.5]);
    expect(value(0, 4)).toEqual([1, 6]);
  });
});

describe('DTLZ', () => {
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const lengthOf = (values: readonly number[]) => Math.sqrt(sumOf(values.map((value) => value ** 2)));
  const position = [0.3, 0.8, 0.6];

  it.each([2, 3, 4])('fronts of %d objectives are where the authors say', (objectives) => {
    const given = position.slice(0, objectives - 1);
    const on = (name: string, distance: readonly number[]) => at(name, [...given, ...distance], { objectives });
    expect(sumOf(on('dtlz1', halves(5)))).toBeCloseTo(0.5, 12);
    for (const name of ['dtlz2', 'dtlz3', 'dtlz4', 'dtlz5']) expect(lengthOf(on(name, halves(10)))).toBeCloseTo(1, 12);
    expect(lengthOf(on('dtlz6', zeros(10)))).toBeCloseTo(1, 12);
    const seven = on('dtlz7', zeros(20));
    expect(seven.slice(0, -1)).toEqual(given);
    const waves = given.map((f) => (f / 2) * (1 + Math.sin(3 * Math.PI * f)));
    expect(seven.at(-1)).toBeCloseTo(2 * (objectives - sumOf(waves)), 12);
  });

  it('moves away from the front with the distance parameters', () => {
    expect(sumOf(at('dtlz1', [...position, 1], { objectives: 4 }))).toBeCloseTo(0.5 * (1 + 100 * (1 + 0.25 - 1)), 9);
    expect(lengthOf(at('dtlz2', [...position, 1, 0], { objectives: 4 }))).toBeCloseTo(1.5, 12);
  });

  it('gives the first objective most at the first corner', () => {
    expect(at('dtlz2', [0, 0, ...halves(10)])[0]).toBeCloseTo(1, 12);
    expect(at('dtlz2', [1, 0, ...halves(10)])[2]).toBeCloseTo(1, 12);
    expect(at('dtlz2', [0, 1, ...halves(10)])[1]).toBeCloseTo(1, 12);
  });
});
