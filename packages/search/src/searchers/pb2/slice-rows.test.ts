import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { sliceRows, squaredDistance } from './slice-rows.js';

const space = requireSpace({
  hp: {
    rate: { type: 'float', low: 0, high: 1 },
    kind: { type: 'categorical', choices: ['a', 'b', 'c'] },
    depth: { type: 'float', low: 0, high: 1, when: { kind: ['c'] } },
    kept: { type: 'float', low: 0, high: 1 },
  },
});

const start = (loss: number, rate: number, kind: string, depth?: number) => ({
  slice: 1,
  loss,
  params: { 'hp.rate': rate, 'hp.kind': kind, 'hp.kept': rate, ...(depth === undefined ? {} : { 'hp.depth': depth }) },
});
const observations = [start(3, 0, 'a'), start(7, 1, 'b')].map((each) => ({ ...each, gain: 0 }));
const { rowOf, categorical } = sliceRows(space, new Set(['hp.rate', 'hp.kind', 'hp.depth']), observations);
type Start = ReturnType<typeof start>;
const distance = (a: Start, b: Start) => squaredDistance(rowOf(a), rowOf(b), categorical);

describe('sliceRows', () => {
  it('hold the loss in units of its range, and the parameters that may change', () => {
    expect([...rowOf(start(5, 0.25, 'c', 0.75)).at]).toEqual([0.5, 0.25, 1, 0.75]);
    expect([...rowOf(start(3, 0.25, 'a')).at]).toEqual([0, 0.25, 0, Number.NaN]);
  });

  it('are as far from each other as numbers are, and 1 for choices that differ and what only one has', () => {
    expect(distance(start(3, 0.5, 'a'), start(5, 0.25, 'a'))).toBeCloseTo(0.25 + 0.0625, 12);
    expect(distance(start(3, 0.5, 'a'), start(3, 0.5, 'b'))).toBe(1);
    expect(distance(start(3, 0.5, 'a'), start(3, 0.5, 'c', 0.3))).toBe(2);
    expect(distance(start(3, 0.5, 'c', 0.3), start(3, 0.5, 'c', 0.8))).toBeCloseTo(0.25, 12);
  });
});
