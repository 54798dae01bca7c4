import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { logMass, logMassAround, truncatedQuantile } from './truncated-normal.js';

interface GoldenCase {
  readonly a: number;
  readonly b: number;
  readonly log_mass: number;
  readonly ppf: readonly number[];
}
const { cases } = JSON.parse(
  readFileSync(new URL('testdata/golden-truncated-normal.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly GoldenCase[] };

/** Relative where the expected value is above 1. */
const difference = (actual: number, expected: number) => Math.abs(actual - expected) / Math.max(1, Math.abs(expected));

describe('against SciPy', () => {
  it.each(cases.map((example) => [example.a, example.b, example] as const))(
    'cuts the normal to [%d, %d]',
    (a, b, { log_mass, ppf }) => {
      expect(difference(logMass(a, b), log_mass)).toBeLessThan(1e-11);
      const shares = [1e-6, 0.1, 0.5, 0.9, 1 - 1e-6];
      for (const [i, share] of shares.entries()) {
        expect(difference(truncatedQuantile(share, a, b), ppf[i] ?? Number.NaN)).toBeLessThan(1e-11);
      }
      for (const share of [0, 1e-300, 0.3, 1]) {
        const x = truncatedQuantile(share, a, b);
        expect(x >= a && x <= b).toBe(true);
      }
    },
  );
});

describe('logMassAround', () => {
  it.each([1e-6, 0.003, 0.02, 0.1, 0.16, 0.5, 3])('is the mass of a stretch of half width %d', (d) => {
    for (const z of [-20, -4, -1.7, -0.3, 0, 0.02, 1, 2.5, 9]) {
      // Differences of logarithms of nearly equal numbers are exact to 1e-16 / d only.
      expect(difference(logMassAround(z, d), logMass(z - d, z + d))).toBeLessThan(1e-10 + 1e-15 / d);
    }
  });
});
