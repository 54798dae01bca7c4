import { createRng, type JsonObject, type Params } from '@cambium/core';
import { pointAt, requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { createModelAxes } from './model-axes.js';
import { otherPositions } from './other-positions.js';

const space = requireSpace({
  hp: {
    lr: { type: 'float', low: 0.01, high: 1, log: true },
    optimizer: { type: 'categorical', choices: ['sgd', 'adam'] },
    momentum: { type: 'float', low: 0, high: 1, when: { optimizer: ['sgd'] } },
    nesterov: { type: 'categorical', choices: ['yes', 'no'], when: { optimizer: ['sgd'] } },
    layers: { type: 'int', low: 1, high: 4 },
  },
});
const { axes, columns, row, rowAt, position } = createModelAxes(space);
const sgd: Params = { 'hp.lr': 0.1, 'hp.optimizer': 'sgd', 'hp.momentum': 0.8, 'hp.nesterov': 'no', 'hp.layers': 4 };
const adam: Params = { 'hp.lr': 0.1, 'hp.optimizer': 'adam', 'hp.layers': 4 };

describe('model axes', () => {
  it('makes coordinates of numbers, with one more for the activity of conditional ones, and codes of choices', () => {
    expect(columns.numeric).toBe(4);
    expect(columns.categorical).toBe(2);
    expect([...columns.scaleOf]).toEqual([0, 2, 4, 2, 1, 3]);
    expect([...row(sgd)]).toEqual([expect.closeTo(0.5, 12), 0.8, 0.875, 0, 0, 1]);
    expect([...row(adam)]).toEqual([expect.closeTo(0.5, 12), 0.5, 0.875, 0.5, 1, -1]);
  });

  const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);

  it('gives the row of a position as it gives that of its point', () => {
    const rng = createRng(1);
    for (let i = 0; i < 50; i++) {
      const units = Float64Array.from(axes, () => rng.next());
      const params = pointAt(space, units);
      for (const [column, value] of rowAt(units).entries()) expect(value).toBeCloseTo(row(params)[column] ?? 0, 12);
      const again = pointAt(space, position(params));
      expect(Object.keys(again)).toEqual(Object.keys(params));
      for (const [name, value] of Object.entries(again)) expect(rounded(value)).toBe(rounded(params[name]));
    }
  });

  it('does not round what moves along a gradient', () => {
    const wide = createModelAxes(requireSpace({ hp: { units: { type: 'int', low: 1, high: 1000 } } }));
    expect(wide.axes[0]?.kind).toBe('smooth');
    expect([...wide.rowAt(Float64Array.of(0.12345678))]).toEqual([0.12345678]);
    expect(axes.map(({ kind }) => kind)).toEqual(['smooth', 'choice', 'smooth', 'choice', 'stepped']);
  });
});

describe('other positions', () => {
  const others = (settings: JsonObject, unit: number) => {
    const [parameter] = requireSpace({ hp: { x: settings } }).parameters;
    if (parameter === undefined) throw new Error('no parameter');
    return otherPositions(parameter.domain, unit);
  };

  it('are all of a few values', () => {
    expect(others({ type: 'categorical', choices: ['a', 'b', 'c', 'd'] }, 0.6)).toEqual([0.125, 0.375, 0.875]);
    expect(others({ type: 'int', low: 1, high: 2 }, 0.1)).toEqual([0.75]);
  });

  it('are 1, 2, 4 … steps away of many', () => {
    const steps = (units: readonly number[], size: number) => units.map((unit) => Math.floor(unit * size));
    expect(steps(others({ type: 'int', low: 0, high: 99 }, 0.505), 100)).toEqual([
      49, 51, 48, 52, 46, 54, 42, 58, 34, 66, 18, 82,
    ]);
    expect(steps(others({ type: 'float', low: 0, high: 1, step: 0.05 }, 0.01), 21)).toEqual([1, 2, 4, 8, 16]);
    const ordinal = { type: 'ordinal', choices: Array.from({ length: 20 }, (_, i) => `${i}`) };
    expect(steps(others(ordinal, 0.99), 20)).toEqual([18, 17, 15, 11, 3]);
  });

  it('are none where there is no step', () => {
    expect(others({ type: 'float', low: 0, high: 1 }, 0.5)).toEqual([]);
  });
});
