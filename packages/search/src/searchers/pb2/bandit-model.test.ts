import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { rowStart, triangleLength } from '../../math/linear-algebra/packed-triangle.js';
import { covariance, createLogPosterior } from './bandit-kernel.js';
import { fitBandit } from './bandit-model.js';
import { type SliceRow, squaredDistance } from './slice-rows.js';

const row = (slice: number, x: number): SliceRow => ({ slice, at: Float64Array.of(x) });
const categorical = Uint8Array.of(0);

/** Gains that are highest at 0.2 in the first slices and at 0.8 in the last. */
function drifting(count: number) {
  const rng = createRng(3);
  const rows = Array.from({ length: count }, (_, i) => row(1 + Math.floor((8 * i) / count), rng.next()));
  const values = Float64Array.from(rows, ({ slice, at: [x = 0] }) => 1 - 4 * Math.abs(x - (slice < 5 ? 0.2 : 0.8)));
  return { rows, values, running: [], categorical };
}

describe('the log posterior of the bandit’s kernel', () => {
  it('has the slopes of its finite differences', () => {
    const { rows, values } = drifting(12);
    const squaredDistances = new Float64Array(triangleLength(12));
    const slicesBetween = new Float64Array(squaredDistances.length);
    for (const [i, a] of rows.entries()) {
      for (const [j, b] of rows.slice(0, i + 1).entries()) {
        squaredDistances[rowStart(i) + j] = squaredDistance(a, b, categorical);
        slicesBetween[rowStart(i) + j] = Math.abs(a.slice - b.slice);
      }
    }
    const f = createLogPosterior({ squaredDistances, slicesBetween, values });
    const at = [0.3, -1.2, -1.5, -2];
    const gradient = new Float64Array(4);
    f(Float64Array.from(at), gradient);
    const unused = new Float64Array(4);
    for (const [i, slope] of gradient.entries()) {
      const moved = (by: number) => f(Float64Array.from(at.with(i, (at[i] ?? 0) + by)), unused);
      expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(slope, 5);
    }
  });
});

describe('fitBandit', () => {
  it('predicts what the formulas say, here for one observation', () => {
    const seen = row(1, 0.3);
    const model = fitBandit({ rows: [seen], values: Float64Array.of(1.5), running: [], categorical });
    const { kernel } = model;
    const cross = covariance(kernel, 0.04, 2);
    expect(covariance(kernel, 0.04, 2)).toBeCloseTo(
      kernel.scale * Math.exp(-0.04 / kernel.length) * Math.exp(-kernel.forgetting * 2),
      12,
    );
    const { mean, deviation } = model.predict(row(3, 0.5));
    const own = kernel.scale + kernel.noise;
    expect(mean).toBeCloseTo((cross / own) * 1.5, 12);
    expect(deviation ** 2).toBeCloseTo(kernel.scale - cross ** 2 / own, 12);
  });

  it('forgets: what paid in the last slices counts', () => {
    const model = fitBandit(drifting(64));
    const meanAt = (slice: number, x: number) => model.predict(row(slice, x)).mean;
    expect(meanAt(9, 0.8)).toBeGreaterThan(meanAt(9, 0.2) + 0.5);
    expect(meanAt(2, 0.2)).toBeGreaterThan(meanAt(2, 0.8) + 0.5);
    // The longer ago, the less is known.
    const deviations = [9, 12, 20].map((slice) => model.predict(row(slice, 0.8)).deviation);
    expect(deviations).toEqual(deviations.toSorted((a, b) => a - b));
  });

  it('is less uncertain near what is running, with the same mean', () => {
    const given = drifting(24);
    const alone = fitBandit(given).predict(row(9, 0.5));
    const beside = fitBandit({ ...given, running: [row(9, 0.5)] }).predict(row(9, 0.5));
    expect(beside.mean).toBeCloseTo(alone.mean, 12);
    expect(beside.deviation).toBeLessThan(alone.deviation);
  });
});
