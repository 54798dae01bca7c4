import type { Domain } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { kernelDensity } from './kernel-density.js';

const unit: Domain = { kind: 'float', low: 0, high: 1, log: false };
const three: Domain = { kind: 'categorical', choices: ['a', 'b', 'c'] };
const at = (...position: number[]) => Float64Array.of(...position);

describe('kernelDensity', () => {
  it('is as wide as Scott’s rule says', () => {
    // σ of 0.1, 0.3, 0.5 is 0.2.
    const { bandwidths } = kernelDensity([unit], [at(0.1), at(0.3), at(0.5)]);
    expect(bandwidths[0]).toBeCloseTo(1.06 * 0.2 * 3 ** (-1 / 5), 12);
    // Two of a, a, b, c differ with the chance 5/8.
    const categorical = kernelDensity([three], [at(0), at(0), at(0.5), at(1)]);
    expect(categorical.bandwidths[0]).toBeCloseTo(1.06 * Math.sqrt(5 / 16) * 4 ** (-1 / 5), 12);
  });

  it('is the mean of product kernels', () => {
    const points = [at(0.2, 0), at(0.6, 0.5)];
    const { bandwidths, logDensity } = kernelDensity([unit, three], points);
    const [width = 0, other = 0] = bandwidths;
    const normal = (x: number) => Math.exp(-0.5 * (x / width) ** 2) / (width * Math.sqrt(2 * Math.PI));
    const expected = (normal(0.1) * (1 - other) + normal(-0.3) * (other / 2)) / 2;
    expect(logDensity(at(0.3, 0))).toBeCloseTo(Math.log(expected), 12);
  });

  it('integrates to 1 far from the bounds, over numbers and choices', () => {
    const points = [at(0.48, 0), at(0.5, 0), at(0.52, 0.5)];
    const { logDensity } = kernelDensity([unit, three], points);
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
      for (const choice of [0, 0.5, 1]) sum += Math.exp(logDensity(at((i + 0.5) / 1000, choice))) / 1000;
    }
    expect(sum).toBeCloseTo(1, 6);
  });

  it('stays finite where all points agree, and far from all of them', () => {
    const points = [at(0.5, 0), at(0.5, 0)];
    const { logDensity } = kernelDensity([unit, three], points);
    for (const point of [at(0.5, 0), at(0.5, 1), at(0, 1), at(1, 0.5)]) {
      expect(Number.isFinite(logDensity(point))).toBe(true);
    }
  });

  it('leaves out what the point lacks, and is uniform where a kernel’s point lacks it', () => {
    const points = [at(0.2, Number.NaN), at(0.6, 0.5)];
    const both = kernelDensity([unit, three], points);
    const alone = kernelDensity([unit], [at(0.2), at(0.6)]);
    // The exponent of Scott's rule counts all parameters, so the widths differ; compare in the same density.
    expect(alone.bandwidths[0]).not.toBe(both.bandwidths[0]);
    const marginal = [0, 0.5, 1].reduce((sum, choice) => sum + Math.exp(both.logDensity(at(0.3, choice))), 0);
    expect(Math.log(marginal)).toBeCloseTo(both.logDensity(at(0.3, Number.NaN)), 12);
  });
});
