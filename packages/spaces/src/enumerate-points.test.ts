import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { enumeratePoints } from './enumerate-points.js';
import { requireSpace } from './require-space.js';

const small = requireSpace({
  hp: {
    a: { type: 'categorical', choices: ['x', 'y'] },
    b: { type: 'int', low: 1, high: 3, when: { a: 'x' } },
    c: { type: 'float', low: 0, high: 0.2, step: 0.1 },
  },
});

describe('enumeratePoints', () => {
  it('lists each point of a conditional space once', () => {
    const points = enumeratePoints(small, 100) ?? [];
    expect(points).toHaveLength((3 + 1) * 3);
    for (const point of points) expect(small.validate(point)).toEqual([]);
    const keys = new Set(points.map((point) => small.canonicalKey(point)));
    expect(keys.size).toBe(12);
    for (let seed = 0; seed < 40; seed++) {
      expect(keys.has(small.canonicalKey(small.sample(createRng(seed))))).toBe(true);
    }
  });

  it('gives up where there are more than the limit, or no end', () => {
    expect(enumeratePoints(small, 12)).toHaveLength(12);
    expect(enumeratePoints(small, 11)).toBeUndefined();
    expect(enumeratePoints(requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 } } }), 1e6)).toBeUndefined();
  });
});
