import { createRng, type Domain, type ParamValue } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { densityPair } from './density-pair.js';
import type { Mixture } from './mixture.js';
import { ObservationTable } from './observation-table.js';
import { parameterAxis } from './parameter-axis.js';

/** The density of one parameter. */
function estimate(
  domain: Domain,
  observed: readonly ParamValue[],
): { mixture: Mixture; axis: ReturnType<typeof parameterAxis> } {
  const axis = parameterAxis(domain);
  const table = new ObservationTable([axis]);
  for (const [number, value] of observed.entries()) table.add(number, Float64Array.of(axis.toAxis(value)));
  const split = { table, goodness: new Float64Array(observed.length), resolution: 0 };
  return { mixture: densityPair(split, { parameters: [0], optional: new Set() }).others, axis };
}
const draw = (mixture: Mixture, rng: ReturnType<typeof createRng>) =>
  mixture.columns[0]?.kernels.sample(mixture.pick(rng), rng) ?? Number.NaN;

const cases: readonly (readonly [Domain, readonly ParamValue[], readonly ParamValue[]])[] = [
  [{ kind: 'float', low: 0, high: 1, log: false, step: 0.25 }, [0.25, 0.25, 1], [0, 0.25, 0.5, 0.75, 1]],
  [{ kind: 'int', low: 1, high: 6, log: true, step: 1 }, [1, 2, 6], [1, 2, 3, 4, 5, 6]],
  [{ kind: 'categorical', choices: ['a', 'b', false] }, ['b', 'b', 'a', false], ['a', 'b', false]],
  [{ kind: 'ordinal', choices: ['s', 'm', 'l', 'xl'] }, ['m', 'l', 'm'], ['s', 'm', 'l', 'xl']],
];

describe('the density of a parameter', () => {
  const integers = Array.from({ length: 1009 }, (_, i) => i + 16);
  it.each([...cases, [{ kind: 'int', low: 16, high: 1024, log: true, step: 1 }, [16, 1024, 100], integers] as const])(
    'has probabilities that sum to 1 where discrete: %j',
    (domain, observed, values) => {
      for (const seen of [[], observed]) {
        const { mixture, axis } = estimate(domain, seen);
        const total = values.reduce<number>((sum, value) => {
          return sum + Math.exp(mixture.logDensity(Float64Array.of(axis.toAxis(value))));
        }, 0);
        expect(Math.abs(total - 1)).toBeLessThan(1e-9);
      }
    },
  );

  // Seed 1, 5,000 draws, at most 5 degrees of freedom: chi-square exceeds 20.5 with probability 0.001.
  it.each(cases)('draws what it says: %j', (domain, observed, values) => {
    const { mixture, axis } = estimate(domain, observed);
    const rng = createRng(1);
    const counts = new Map<ParamValue, number>();
    for (let i = 0; i < 5000; i++) {
      const value = axis.fromAxis(draw(mixture, rng));
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set(values));
    const chiSquare = values.reduce<number>((sum, value) => {
      const expected = 5000 * Math.exp(mixture.logDensity(Float64Array.of(axis.toAxis(value))));
      return sum + ((counts.get(value) ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });

  // Seed 1, 5,000 draws in ten cells of equal width, whose probabilities are sums over 200 slices each; 9 degrees of
  // freedom: chi-square exceeds 27.9 with probability 0.001.
  it.each([false, true])('draws continuous values as it says (logarithmic: %j)', (log) => {
    const [low, high] = log ? [Math.log(1e-4), Math.log(1)] : [1e-4, 1];
    const observed = [0.02, 0.5, 0.55].map((share) => low + share * (high - low));
    const { mixture } = estimate(
      { kind: 'float', low: 1e-4, high: 1, log },
      observed.map((coordinate) => (log ? Math.exp(coordinate) : coordinate)),
    );
    const slice = (high - low) / 2000;
    const expected = Array.from({ length: 10 }, (_, cell) =>
      Array.from({ length: 200 }, (_, i) => {
        return slice * Math.exp(mixture.logDensity(Float64Array.of(low + (cell * 200 + i + 0.5) * slice)));
      }).reduce((a, b) => a + b, 0),
    );
    expect(expected.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    const rng = createRng(1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 5000; i++) {
      const cell = Math.min(9, Math.floor((10 * (draw(mixture, rng) - low)) / (high - low)));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chiSquare = expected.reduce((sum, share, cell) => {
      return sum + ((counts[cell] ?? 0) - 5000 * share) ** 2 / (5000 * share);
    }, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
