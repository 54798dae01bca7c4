import { readFileSync } from 'node:fs';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createQuasiRandom } from './create-quasi-random.js';
import { firstPrimes } from './first-primes.js';
import { createHalton } from './halton.js';
import type { QuasiRandomSequence } from './quasi-random-sequence.js';
import { createSobol, sobolDimensions } from './sobol.js';

const golden = JSON.parse(readFileSync(new URL('testdata/golden-quasi-random.json', import.meta.url), 'utf8')) as {
  readonly sobol8: readonly (readonly number[])[];
  readonly halton8: readonly (readonly number[])[];
  readonly sobol512AtIndex1234: readonly number[];
  readonly halton40AtIndex999: readonly number[];
};

const first = (sequence: QuasiRandomSequence, count: number) =>
  Array.from({ length: count }, (_, index) => sequence.point(index));

function expectClose(actual: Iterable<number>, expected: readonly number[]): void {
  const values = [...actual];
  expect(values).toHaveLength(expected.length);
  for (const [i, value] of values.entries()) expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThan(1e-12);
}

/** In how many cells of width 1/n the coordinates of n points lie, in one dimension. */
function cellsTaken(points: readonly Float64Array[], dimension: number): number {
  return new Set(points.map((point) => Math.floor((point[dimension] ?? Number.NaN) * points.length))).size;
}

/** L2-star discrepancy, squared (Warnock 1972). */
function discrepancy(points: readonly Float64Array[]): number {
  const n = points.length;
  const d = points[0]?.length ?? 0;
  let sum = 3 ** -d;
  for (const a of points) {
    sum -= (2 / n) * a.reduce((product, x) => product * ((1 - x * x) / 2), 1);
    for (const b of points) {
      let product = 1;
      for (let i = 0; i < d; i++) {
        const [x = 1, y = 1] = [a[i], b[i]];
        product *= x > y ? 1 - x : 1 - y;
      }
      sum += product / n ** 2;
    }
  }
  return sum;
}

describe('against SciPy', () => {
  it('has the points of the Sobol sequence', () => {
    for (const [index, point] of first(createSobol(8), 32).entries()) expectClose(point, golden.sobol8[index] ?? []);
    expect(sobolDimensions).toBe(512);
    expectClose(createSobol(512).point(1234), golden.sobol512AtIndex1234);
  });

  it('has the points of the Halton sequence', () => {
    for (const [index, point] of first(createHalton(8), 32).entries()) expectClose(point, golden.halton8[index] ?? []);
    expectClose(createHalton(40).point(999), golden.halton40AtIndex999);
  });
});

describe('scrambled sequences', () => {
  it('stay nets: each of the first points has a cell of its own in every dimension', () => {
    const sobol = first(createSobol(30, createRng('sobol')), 256);
    for (let dimension = 0; dimension < 30; dimension++) expect(cellsTaken(sobol, dimension)).toBe(256);
    const halton = createHalton(6, { scramble: createRng('halton') });
    for (const [dimension, base] of firstPrimes(6).entries()) {
      expect(cellsTaken(first(halton, base ** 2), dimension)).toBe(base ** 2);
    }
  });

  it('differ from seed to seed and are the same for one seed', () => {
    for (const sequence of ['sobol', 'halton'] as const) {
      const point = (seed: number) => [...createQuasiRandom(5, { sequence, scramble: createRng(seed) }).point(7)];
      expect(point(1)).toEqual(point(1));
      expect(point(1)).not.toEqual(point(2));
    }
  });

  // 300 seeds, 5 cells, 4 degrees of freedom: chi-square exceeds 23.5 with probability 0.0001. 2 × 3 tests.
  it('have uniform points', () => {
    for (const sequence of ['sobol', 'halton'] as const) {
      const counts = [0, 1, 2].map(() => new Float64Array(5));
      for (let seed = 0; seed < 300; seed++) {
        const point = createQuasiRandom(3, { sequence, scramble: createRng(seed) }).point(5);
        for (const [dimension, x] of point.entries()) {
          const cells = counts[dimension] ?? new Float64Array(5);
          cells[Math.floor(x * 5)] = (cells[Math.floor(x * 5)] ?? 0) + 1;
        }
      }
      for (const cells of counts) {
        expect(cells.reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0)).toBeLessThan(23.5);
      }
    }
  });

  it('are less discrepant than random points in 20 dimensions', () => {
    const rng = createRng(1);
    const random = Array.from({ length: 256 }, () => Float64Array.from({ length: 20 }, () => rng.next()));
    for (const sequence of ['sobol', 'halton'] as const) {
      const points = first(createQuasiRandom(20, { sequence, scramble: createRng(3) }), 256);
      expect(discrepancy(points)).toBeLessThan(0.8 * discrepancy(random));
    }
  });
});

describe('more dimensions than there are Sobol directions', () => {
  it('are filled up by Halton, from base 3 on', () => {
    const many = createQuasiRandom(sobolDimensions + 2, { sequence: 'sobol' });
    expect(many.dimensions).toBe(514);
    expectClose(many.point(1).slice(-2), [1 / 3, 1 / 5]);
    expect(() => createSobol(sobolDimensions + 1)).toThrow(RangeError);
  });
});
