import { createRng, type ParamValue } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { unitOf, valueAt } from './domain/value-at.js';
import { pointAt, positionOf } from './point-at.js';
import { requireSpace } from './require-space.js';

const space = requireSpace({
  hp: {
    kind: { type: 'categorical', choices: ['plain', 'deep'] },
    depth: { type: 'int', low: 2, high: 9, when: { kind: ['deep'] } },
    units: { type: 'int', low: 1, high: 8, log: true },
    lr: { type: 'float', low: 0.001, high: 0.1, log: true },
    dropout: { type: 'float', low: 0, high: 0.5, step: 0.1 },
  },
});

describe('pointAt', () => {
  it('reads one axis for each parameter and leaves out what is not active', () => {
    expect(pointAt(space, [0.4, 0.9, 0, 0.5, 0.99])).toEqual({
      'hp.kind': 'plain',
      'hp.units': 1,
      'hp.lr': expect.closeTo(0.01, 12),
      'hp.dropout': 0.5,
    });
    expect(pointAt(space, [0.5, 0.5, 1, 1, 1])).toEqual({
      'hp.kind': 'deep',
      'hp.depth': 6,
      'hp.units': 8,
      'hp.lr': expect.closeTo(0.1, 12),
      'hp.dropout': 0.5,
    });
  });

  it('finds the position of each value again', () => {
    const rng = createRng(2);
    for (let i = 0; i < 200; i++) {
      for (const { domain } of space.parameters) {
        const value = valueAt(domain, rng.next());
        const unit = unitOf(domain, value);
        expect(unit >= 0 && unit <= 1).toBe(true);
        expect(rounded(valueAt(domain, unit))).toBe(rounded(value));
      }
    }
  });

  it('gives points of the space', () => {
    const rng = createRng(1);
    for (let i = 0; i < 200; i++) {
      const units = space.parameters.map(() => rng.next());
      expect(space.validate(pointAt(space, units))).toEqual([]);
    }
    for (const end of [0, 1]) expect(space.validate(pointAt(space, [end, end, end, end, end]))).toEqual([]);
  });
});

function rounded(value: ParamValue): ParamValue {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

describe('positionOf', () => {
  it('is taken back to the same point, within the cube', () => {
    const rng = createRng(2);
    for (let i = 0; i < 200; i++) {
      const params = space.sample(rng);
      const position = positionOf(space, params);
      const back = pointAt(space, position);
      expect(back).toEqual({ ...params, 'hp.lr': expect.closeTo(Number(params['hp.lr']), 12) });
      const inside = [...position].filter((unit) => unit >= 0 && unit <= 1).length;
      expect(inside).toBe(Object.keys(params).length);
    }
  });
});
