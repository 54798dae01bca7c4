import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { inverseLogCumulative } from '../../math/normal-distribution.js';
import { axesOf } from './axes.js';
import { keepMargin } from './margin.js';
import { type SearchDistribution, startDistribution } from './search-distribution.js';

const space = requireSpace({ hp: { n: { type: 'int', low: 0, high: 4 }, x: { type: 'float', low: 0, high: 1 } } });
const axes = axesOf(space).numeric;
const margin = 0.05;

/** Probability of each value of n, by the share of 2,000 quantiles that fall into its cell. */
function probabilities({ mean, sigma, scale }: SearchDistribution): number[] {
  const shares = [0, 0, 0, 0, 0];
  for (let i = 0; i < 2000; i++) {
    const z = inverseLogCumulative(Math.log((i + 0.5) / 2000));
    const value = Number(axes[0]?.fromCoordinate((mean[0] ?? 0) + sigma * (scale[0] ?? 1) * z));
    shares[value] = (shares[value] ?? 0) + 1 / 2000;
  }
  return shares;
}

describe('keepMargin', () => {
  it('keeps both neighbours of an inner value within reach of a step size far too small', () => {
    const kept = keepMargin(startDistribution([0.5, 0.5], 1e-5), axes, margin);
    const [, below, middle, above] = probabilities(kept);
    expect(below).toBeCloseTo(margin / 2, 2);
    expect(above).toBeCloseTo(margin / 2, 2);
    expect(middle).toBeCloseTo(1 - margin, 2);
  });

  it('raises the far neighbour alone where the near one is likely', () => {
    const before = startDistribution([0.585, 0.5], 0.02);
    const [, , , above] = probabilities(before);
    const [, below, , raised] = probabilities(keepMargin(before, axes, margin));
    expect(above).toBeGreaterThan(0.2);
    expect(below).toBeCloseTo(margin / 2, 2);
    expect(raised).toBeGreaterThan(0.2);
  });

  it('pulls the mean to the border of the neighbour at an end of the range, from beyond it too', () => {
    for (const mean of [0.05, -3]) {
      const kept = keepMargin(startDistribution([mean, 0.5], 0.01), axes, margin);
      const [zero, one] = probabilities(kept);
      expect(one).toBeCloseTo(margin, 2);
      expect(zero).toBeCloseTo(1 - margin, 2);
    }
  });

  it('leaves likely neighbours and continuous parameters as they are', () => {
    const wide = startDistribution([0.5, 0.5], 0.2);
    expect(keepMargin(wide, axes, margin)).toEqual(wide);
    const kept = keepMargin(startDistribution([0.5, 0.5], 1e-5), axes, margin);
    expect([kept.mean[1], kept.scale[1]]).toEqual([0.5, 1]);
  });
});
