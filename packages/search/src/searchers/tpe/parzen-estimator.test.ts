import { createRng, type Domain, type ParamValue } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createParzenEstimator } from './parzen-estimator.js';

const cases: readonly (readonly [Domain, readonly ParamValue[], readonly ParamValue[]])[] = [
  [{ kind: 'float', low: 0, high: 1, log: false, step: 0.25 }, [0.25, 0.25, 1], [0, 0.25, 0.5, 0.75, 1]],
  [{ kind: 'int', low: 1, high: 6, log: true, step: 1 }, [1, 2, 6], [1, 2, 3, 4, 5, 6]],
  [{ kind: 'categorical', choices: ['a', 'b', false] }, ['b', 'b', 'a', false], ['a', 'b', false]],
  [{ kind: 'ordinal', choices: ['s', 'm', 'l', 'xl'] }, ['m', 'l', 'm'], ['s', 'm', 'l', 'xl']],
];

describe('createParzenEstimator', () => {
  // Seed 1, 5,000 draws, at most 5 degrees of freedom: chi-square exceeds 20.5 with probability 0.001.
  it.each(cases)('draws what its density says: %j', (domain, observed, values) => {
    const estimator = createParzenEstimator(domain, observed);
    const rng = createRng(1);
    const counts = new Map<ParamValue, number>();
    for (let i = 0; i < 5000; i++) {
      const value = estimator.sample(rng);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set(values));
    const chiSquare = values.reduce<number>((sum, value) => {
      const expected = 5000 * Math.exp(estimator.logDensity(value));
      return sum + ((counts.get(value) ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });

  // Seed 1, 5,000 draws in ten cells of equal width, whose probabilities are sums over 200 slices each; 9 degrees of
  // freedom: chi-square exceeds 27.9 with probability 0.001.
  it.each([false, true])('draws continuous values as its density says (logarithmic: %j)', (log) => {
    const [low, high] = log ? [Math.log(1e-4), Math.log(1)] : [1e-4, 1];
    const value = (coordinate: number) => (log ? Math.exp(coordinate) : coordinate);
    const observed = [0.02, 0.5, 0.55].map((share) => value(low + share * (high - low)));
    const estimator = createParzenEstimator({ kind: 'float', low: 1e-4, high: 1, log }, observed);
    const slice = (high - low) / 2000;
    const expected = Array.from({ length: 10 }, (_, cell) =>
      Array.from({ length: 200 }, (_, i) => {
        return slice * Math.exp(estimator.logDensity(value(low + (cell * 200 + i + 0.5) * slice)));
      }).reduce((a, b) => a + b, 0),
    );
    expect(expected.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    const rng = createRng(1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 5000; i++) {
      const drawn = Number(estimator.sample(rng));
      const coordinate = log ? Math.log(drawn) : drawn;
      const cell = Math.min(9, Math.floor((10 * (coordinate - low)) / (high - low)));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chiSquare = expected.reduce((sum, share, cell) => {
      return sum + ((counts[cell] ?? 0) - 5000 * share) ** 2 / (5000 * share);
    }, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
