import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { createModelAxes } from './model-axes.js';
import { localRegion } from './search-region.js';
import { followTrustRegion } from './trust-region.js';

const follow = (...scores: number[]) => followTrustRegion(scores, { dimensions: 5, startupTrials: 2 });
const times = (count: number, score: number) => new Array<number>(count).fill(score);

describe('the trust region', () => {
  it('starts at its first length, whatever the start-up trials gave', () => {
    expect(follow()).toEqual({ from: 0, length: 0.8 });
    expect(follow(1, 2)).toEqual({ from: 0, length: 0.8 });
  });

  it('doubles after three improvements in a row, up to a limit', () => {
    expect(follow(0, 0, 1, 2, 3).length).toBe(1.6);
    expect(follow(0, 0, 1, 2, 0, 3, 4).length).toBe(0.8);
    expect(follow(0, 0, 1, 2, 3, 4, 5, 6).length).toBe(1.6);
    expect(follow(0, 0, 1e-4, 2e-4, 3e-4).length).toBe(0.8);
  });

  it('halves after as many failures as there are dimensions', () => {
    expect(follow(0, 0, ...times(4, 0)).length).toBe(0.8);
    expect(follow(0, 0, ...times(5, 0)).length).toBe(0.4);
    expect(follow(0, 0, ...times(4, 0), 1, ...times(4, 0)).length).toBe(0.8);
  });

  it('begins anew when it has become too small', () => {
    // 0.8 → 0.4 → … → 0.00625 < 2⁻⁷: seven times halved.
    expect(follow(0, 0, ...times(34, 0))).toEqual({ from: 0, length: expect.closeTo(0.0125, 12) });
    expect(follow(0, 0, ...times(35, 0))).toEqual({ from: 37, length: 0.8 });
    expect(follow(0, 0, ...times(35, 0), -5, -4, -3, -2, -1)).toEqual({ from: 37, length: 1.6 });
  });
});

describe('the box of a trust region', () => {
  const space = requireSpace({
    hp: {
      x: { type: 'float', low: 0, high: 1 },
      y: { type: 'float', low: 0, high: 1 },
      c: { type: 'categorical', choices: ['a', 'b'] },
    },
  });
  const { axes } = createModelAxes(space);

  it('is long where the length scales are, of the same volume, and lets choices free', () => {
    const { lower, upper } = localRegion({
      center: Float64Array.of(0.5, 0.9, 0.25),
      axes,
      inverseSquaredLengths: Float64Array.of(1 / 4, 4, 1),
      length: 0.2,
    });
    expect([...lower]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.85, 12), 0]);
    expect([...upper]).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.95, 12), 1]);
  });
});
