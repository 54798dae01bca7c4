import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { continuousColumn } from './continuous-column.js';
import { createMixture } from './mixture.js';
import type { ParameterAxis } from './parameter-axis.js';

const axis = { kind: 'continuous', low: 0, high: 1, size: Infinity } as ParameterAxis;

/** Normals at random places, as a search of two parameters would leave them. */
function randomMixture(count: number) {
  const rng = createRng(3);
  const columns = [0, 1].map((parameter) => {
    const means = Float64Array.from({ length: count }, () => rng.next());
    const widths = Float64Array.from({ length: count }, () => 0.01 + 0.05 * rng.next());
    const kernels = continuousColumn(axis, { means, widths, sorted: new Int32Array(0) });
    return { parameter, kernels, optional: false };
  });
  return createMixture(columns, new Float64Array(count).fill(1 / count));
}

describe('a mixture', () => {
  const mixture = randomMixture(1000);
  const points = Array.from({ length: 50 }, (_, i) => Float64Array.of(i / 50, ((7 * i) % 50) / 50));

  it('sums its kernels', () => {
    for (const point of points) {
      const kernels = Float64Array.from({ length: mixture.count }, () => -Math.log(mixture.count));
      for (const { parameter, kernels: column } of mixture.columns) {
        column.add(point[parameter] ?? Number.NaN, kernels, { from: 0, to: mixture.count, floor: -Infinity });
        for (let i = 0; i < kernels.length; i++) kernels[i] = (kernels[i] ?? 0) - (column.logScales?.[i] ?? 0);
      }
      const sum = kernels.reduce((total, term) => total + Math.exp(term), 0);
      expect(mixture.logDensity(point)).toBeCloseTo(Math.log(sum), 9);
    }
  });

  it('stops once it has enough, and is whole where it never has', () => {
    for (const point of points) {
      const whole = mixture.logDensity(point);
      expect(mixture.logDensity(point, whole + 0.01)).toBe(whole);
      for (const less of [0.01, 1, 5]) {
        const part = mixture.logDensity(point, whole - less);
        expect(part).toBeGreaterThanOrEqual(whole - less);
        expect(part).toBeLessThanOrEqual(whole + 1e-12);
      }
    }
  });
});
