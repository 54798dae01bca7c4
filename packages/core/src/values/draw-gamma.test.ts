import { describe, expect, it } from '@jest/globals';
import { drawBeta, drawDirichlet } from './draw-gamma.js';
import { createRng } from './rng.js';

describe('drawBeta', () => {
  // 4000 draws, seed 3. The bounds are 5 standard errors of mean and variance: a false alarm in less than 1e-5 of seeds.
  it.each([0.1, 0.4, 1, 3])('has the mean and variance of Beta(α, α) for α = %d', (alpha) => {
    const rng = createRng(3);
    const draws = Array.from({ length: 4000 }, () => drawBeta(alpha, rng));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    const expected = 1 / (4 * (2 * alpha + 1));
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(expected / 4000));
    expect(Math.abs(variance - expected)).toBeLessThan(5 * expected * Math.sqrt(2 / 4000));
  });
});

describe('drawDirichlet', () => {
  it('gives weights of 1 in sum, each with the mean 1/n', () => {
    const rng = createRng(5);
    const draws = Array.from({ length: 2000 }, () => drawDirichlet(3, 1, rng));
    for (const weights of draws.slice(0, 50)) expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
    const mean = draws.reduce((sum, [first = 0]) => sum + first, 0) / draws.length;
    // Var = (n − 1) / (n²(nα + 1)) = 1/18; 5 standard errors.
    expect(Math.abs(mean - 1 / 3)).toBeLessThan(5 * Math.sqrt(1 / 18 / 2000));
  });

  it('gives a corner where α is too small for any draw', () => {
    const weights = drawDirichlet(4, 1e-9, createRng(1));
    expect(weights.toSorted()).toEqual([0, 0, 0, 1]);
    expect(drawDirichlet(0, 1, createRng(1))).toEqual([]);
  });
});
