import { createRng, type JsonObject, type Params } from '@cambium/core';
import { nasBench201Params, pointAt, requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { columnCount } from '../../math/gaussian-process/columns.js';
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

describe('model axes with paths', () => {
  const cells = requireSpace({
    hp: { lr: { type: 'float', low: 0, high: 1 } },
    arch: { dialect: 'nasbench201', ops: ['none', 'skip_connect', 'nor_conv_3x3'] },
    train: { dialect: 'procedure' },
  });
  const paths = cells.pathEncoding;
  const modelled = createModelAxes(cells, paths);
  const edges = paths?.params.length ?? 0;

  it('has a column for each path in place of those of the edges, all of one length scale', () => {
    const plain = createModelAxes(cells);
    expect(modelled.axes).toHaveLength(plain.axes.length);
    expect(columnCount(modelled.columns)).toBe(columnCount(plain.columns) - edges + (paths?.paths.length ?? 0));
    expect(modelled.columns.scales).toBe(plain.columns.scales - edges + 1);
    const shared = modelled.columns.scaleOf.filter((scale) => scale === modelled.columns.scales - 1);
    expect(shared).toHaveLength(4);
    const scales = modelled.axes.filter(({ parameter }) => parameter.branch !== 'arch').map(({ scale }) => scale);
    expect(scales).toEqual(scales.map((_, i) => i));
  });

  it('gives cells with the same paths the same row, and keeps the other columns', () => {
    const others = cells.sample(createRng(1));
    const cell = (ops: string) => ({ ...others, ...nasBench201Params(ops) });
    // Both are a convolution beside a skip connection.
    const one = cell('|nor_conv_3x3~0|+|none~0|skip_connect~1|+|skip_connect~0|none~1|skip_connect~2|');
    const other = cell('|skip_connect~0|+|nor_conv_3x3~0|none~1|+|none~0|skip_connect~1|skip_connect~2|');
    expect(modelled.row(one)).toEqual(modelled.row(other));
    expect(modelled.rowAt(modelled.position(one))).toEqual(modelled.row(one));
    const cut = cell('|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|');
    expect(modelled.row(cut)).not.toEqual(modelled.row(one));
    const moved = { ...one, 'hp.lr': 0.25 };
    expect(modelled.row(moved)[0]).toBe(0.25);
    expect(modelled.row(moved).slice(1)).toEqual(modelled.row(one).slice(1));
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
