import { createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { differentialChild } from './differential-child.js';

const space = requireSpace({
  hp: {
    x: { type: 'float', low: 0, high: 1 },
    y: { type: 'float', low: 0, high: 1 },
    kind: { type: 'categorical', choices: ['a', 'b'] },
    width: { type: 'float', low: 0, high: 1, when: { kind: ['b'] } },
  },
});

const at = (x: number, y: number) => ({ 'hp.x': x, 'hp.y': y, 'hp.kind': 'a' });
const child = (parents: [number, number][], settings: { differentialWeight?: number; crossoverRate?: number } = {}) => {
  const [target, a, b, c] = parents.map(([x, y]) => at(x, y));
  if (!target || !a || !b || !c) throw new Error('four designs are needed');
  return (seed: number) =>
    differentialChild(
      space,
      { target, parents: [a, b, c] },
      { differentialWeight: 0.5, crossoverRate: 1, ...settings, rng: createRng(seed) },
    );
};

describe('differentialChild', () => {
  it('is a + F·(b − c) where all is taken from the mutant', () => {
    const born = child([
      [0, 0],
      [0.4, 0.5],
      [0.9, 0.1],
      [0.3, 0.3],
    ]);
    expect(born(1)).toEqual({ 'hp.x': expect.closeTo(0.7, 12), 'hp.y': expect.closeTo(0.4, 12), 'hp.kind': 'a' });
  });

  it('differs from the target in one parameter, at least and at most, without crossover', () => {
    const born = child(
      [
        [0.2, 0.2],
        [0.6, 0.6],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      { crossoverRate: 0 },
    );
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const { 'hp.x': x, 'hp.y': y } = born(seed);
      seen.add(`${Number(x).toFixed(3)} ${Number(y).toFixed(3)}`);
    }
    // Always x, always y, or always one of the other two, of which these designs have the same.
    expect([...seen].sort()).toEqual(['0.200 0.200', '0.200 0.600', '0.600 0.200']);
  });

  it('draws anew what falls outside of the cube, instead of gathering at its faces', () => {
    const born = child(
      [
        [0, 0],
        [0.9, 0.5],
        [1, 0.5],
        [0, 0.5],
      ],
      { differentialWeight: 1 },
    );
    const drawn = Array.from({ length: 100 }, (_, seed) => Number(born(seed)['hp.x']));
    expect(new Set(drawn).size).toBe(100);
    expect(Math.min(...drawn)).toBeLessThan(0.1);
    expect(Math.max(...drawn)).toBeGreaterThan(0.9);
  });

  it('draws what its parents lack, and stays in the space', () => {
    const widths = new Set<unknown>();
    const b = { ...at(0.5, 0.5), 'hp.kind': 'b', 'hp.width': 0.5 };
    for (let seed = 0; seed < 40; seed++) {
      const params = differentialChild(
        space,
        { target: at(0.1, 0.1), parents: [at(0.2, 0.2), b, at(0.3, 0.3)] },
        { differentialWeight: 1, crossoverRate: 1, rng: createRng(seed) },
      );
      expect(space.validate(params)).toEqual([]);
      expect(params['hp.kind']).toBe('b');
      widths.add(params['hp.width']);
    }
    expect(widths.size).toBe(40);
  });
});
