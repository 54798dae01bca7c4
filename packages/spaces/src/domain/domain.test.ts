import { createRng, type Domain } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { domainSize } from './domain-size.js';
import { containsValue, sampleValue } from './domain-values.js';
import { mutateValue } from './mutate-value.js';
import { decodeValue, encodeValue } from './unit-scale.js';

const draws = (domain: Domain, count: number, seed = 1) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => sampleValue(domain, rng));
};
const chiSquare = (values: readonly unknown[], expected: ReadonlyMap<unknown, number>) =>
  [...expected].reduce((sum, [value, count]) => {
    return sum + (values.filter((other) => other === value).length - count) ** 2 / count;
  }, 0);

const tenths: Domain = { kind: 'float', low: 0, high: 1, log: false, step: 0.1 };
const logInt: Domain = { kind: 'int', low: 1, high: 8, log: true, step: 1 };
const ordinal: Domain = { kind: 'ordinal', choices: ['s', 'm', 'l', 'xl'] };

describe('domains', () => {
  it('know their size', () => {
    expect(domainSize(tenths)).toBe(11);
    expect(domainSize({ kind: 'int', low: 32, high: 128, log: false, step: 32 })).toBe(4);
    expect(domainSize(ordinal)).toBe(4);
    expect(domainSize({ kind: 'float', low: 0, high: 1, log: false })).toBe(Infinity);
  });

  it('keep stepped values on the decimal grid, the ends included', () => {
    expect(new Set(draws(tenths, 500))).toEqual(new Set([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]));
    expect(containsValue(tenths, 0.1 + 0.2)).toBe(true);
    expect(containsValue(tenths, 0.35)).toBe(false);
  });

  it('draw from grids of more values than 32 bits count', () => {
    const wide: Domain = { kind: 'int', low: 0, high: 2 ** 40, log: false, step: 1 };
    for (const value of draws(wide, 50)) expect(containsValue(wide, value)).toBe(true);
  });

  // Seed 1, 11,000 draws in 11 cells: chi-square with 10 degrees of freedom exceeds 29.6 with probability 0.001.
  it('are drawn uniformly', () => {
    const expected = new Map(Array.from({ length: 11 }, (_, i) => [i / 10, 1000]));
    expect(chiSquare(draws(tenths, 11_000), expected)).toBeLessThan(29.6);
  });

  // Seed 1, 8,000 draws; 7 degrees of freedom: chi-square exceeds 24.3 with probability 0.001.
  it('are drawn log-uniformly over cells of integers', () => {
    const total = Math.log(8.5 / 0.5);
    const share = (n: number) => Math.log((n + 0.5) / (n - 0.5)) / total;
    const expected = new Map([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, 8000 * share(n)]));
    expect(chiSquare(draws(logInt, 8000), expected)).toBeLessThan(24.3);
  });

  it('mutate to another value, ordinals to a neighbour', () => {
    const rng = createRng(2);
    for (let i = 0; i < 200; i++) {
      for (const domain of [tenths, logInt, ordinal, { kind: 'int', low: 0, high: 1, log: false, step: 1 } as const]) {
        const value = sampleValue(domain, rng);
        const mutant = mutateValue(domain, value, rng);
        expect(mutant).not.toBe(value);
        expect(containsValue(domain, mutant)).toBe(true);
      }
    }
    const fromM = Array.from({ length: 40 }, () => mutateValue(ordinal, 'm', rng));
    expect(new Set(fromM)).toEqual(new Set(['s', 'l']));
    expect(mutateValue({ kind: 'categorical', choices: ['only'] }, 'only', rng)).toBe('only');
  });

  it('decode what they encode, and any position to one of their values', () => {
    for (const domain of [
      tenths,
      logInt,
      ordinal,
      { kind: 'categorical', choices: [true, false] },
    ] satisfies Domain[]) {
      for (const value of draws(domain, 20)) expect(decodeValue(domain, encodeValue(domain, value))).toBe(value);
      for (const position of [-0.3, 0, 0.26, 0.5, 1, 1.7]) {
        expect(containsValue(domain, decodeValue(domain, position))).toBe(true);
      }
    }
  });

  it('encode the ends as 0 and 1, logarithms linearly', () => {
    const rate: Domain = { kind: 'float', low: 1e-4, high: 1e-2, log: true };
    expect([1e-4, 1e-3, 1e-2].map((value) => encodeValue(rate, value))).toEqual([0, expect.closeTo(0.5, 12), 1]);
    expect(['s', 'm', 'xl'].map((value) => encodeValue(ordinal, value))).toEqual([0, 1 / 3, 1]);
    expect(encodeValue({ kind: 'categorical', choices: ['only'] }, 'only')).toBe(0);
  });

  it('decode a position as the nearest value', () => {
    for (const domain of [tenths, logInt, ordinal]) {
      for (const value of draws(domain, 50)) expect(decodeValue(domain, encodeValue(domain, value))).toBe(value);
    }
    expect([0, 0.16, 0.17, 1].map((position) => decodeValue(ordinal, position))).toEqual(['s', 's', 'm', 'xl']);
    expect(decodeValue(tenths, 0.349)).toBe(0.3);
  });
});
