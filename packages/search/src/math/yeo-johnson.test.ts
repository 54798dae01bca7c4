import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { fitYeoJohnson, inverseYeoJohnson, yeoJohnson } from './yeo-johnson.js';

const normals = (count: number, seed = 1) => {
  const rng = createRng(seed);
  return Float64Array.from({ length: count }, () => rng.normal());
};

describe('the transform of Yeo and Johnson', () => {
  it('is that of the paper', () => {
    for (const x of [-3, -0.2, 0, 0.7, 5]) {
      expect(yeoJohnson(x, 1)).toBeCloseTo(x, 12);
      expect(yeoJohnson(x, 0)).toBeCloseTo(x >= 0 ? Math.log(1 + x) : -((1 - x) ** 2 - 1) / 2, 12);
      expect(yeoJohnson(x, 2)).toBeCloseTo(x >= 0 ? ((1 + x) ** 2 - 1) / 2 : -Math.log(1 - x), 12);
      expect(yeoJohnson(x, 0.5)).toBeCloseTo(x >= 0 ? (Math.sqrt(1 + x) - 1) / 0.5 : -((1 - x) ** 1.5 - 1) / 1.5, 12);
    }
  });

  it('has an inverse, which is finite everywhere', () => {
    for (const lambda of [-6, -1, 0, 1e-12, 0.5, 1, 2, 3.5, 8]) {
      for (const x of [-4, -0.3, 0, 1e-6, 2]) {
        const scale = Math.max(1, Math.abs(x));
        expect(Math.abs(inverseYeoJohnson(yeoJohnson(x, lambda), lambda) - x) / scale).toBeLessThan(1e-6);
      }
      for (const y of [-1e3, 1e3]) expect(Number.isFinite(inverseYeoJohnson(y, lambda))).toBe(true);
    }
  });

  it('finds the power that a normal sample was drawn with', () => {
    // 2,000 draws: λ is off by 0.05 on average (measured), by more than five times that with probability 6e-7.
    for (const lambda of [0.5, 1.5]) {
      const fit = fitYeoJohnson(normals(2000).map((z) => inverseYeoJohnson(z / 2, lambda)));
      expect(Math.abs(fit.lambda - lambda)).toBeLessThan(0.25);
    }
  });

  it('is the likeliest of powers, and tells by how much', () => {
    const skewed = normals(40, 3).map((z) => Math.exp(z) - 1);
    const logLikelihood = (lambda: number) => {
      const values = skewed.map((x) => yeoJohnson(x, lambda));
      const mean = values.reduce((sum, y) => sum + y / 40, 0);
      const variance = values.reduce((sum, y) => sum + (y - mean) ** 2 / 40, 0);
      return (
        -20 * Math.log(variance) +
        (lambda - 1) * skewed.reduce((sum, x) => sum + Math.sign(x) * Math.log1p(Math.abs(x)), 0)
      );
    };
    const { lambda, gain } = fitYeoJohnson(skewed);
    expect(gain).toBeCloseTo(logLikelihood(lambda) - logLikelihood(1), 9);
    for (let other = -4; other <= 4; other += 0.25)
      expect(logLikelihood(other)).toBeLessThan(logLikelihood(lambda) + 1e-4);
  });

  it('leaves equal values as they are', () => {
    expect(fitYeoJohnson(new Float64Array(5))).toEqual({ lambda: 1, gain: 0 });
  });
});
