import { describe, expect, it } from '@jest/globals';
import { permuteIndex } from './permute-index.js';

const order = (size: number, key: string) =>
  Array.from({ length: size }, (_, index) => Number(permuteIndex(BigInt(index), BigInt(size), key)));

describe('permuteIndex', () => {
  it('is a permutation of any size', () => {
    for (const size of [1, 2, 3, 4, 5, 17, 64, 100]) {
      expect(order(size, 'key').toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
    }
  });

  it('depends on the key', () => {
    expect(order(50, 'a')).toEqual(order(50, 'a'));
    expect(order(50, 'a')).not.toEqual(order(50, 'b'));
  });

  // 600 keys, 10 cells, 9 degrees of freedom: chi-square exceeds 33.7 with probability 0.0001.
  it('sends an index anywhere', () => {
    const counts = new Float64Array(10);
    for (let key = 0; key < 600; key++) {
      const image = Number(permuteIndex(3n, 10n, String(key)));
      counts[image] = (counts[image] ?? 0) + 1;
    }
    expect(counts.reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0)).toBeLessThan(33.7);
  });

  it('takes sizes far above what a number holds', () => {
    const size = 7n ** 200n;
    const images = Array.from({ length: 20 }, (_, index) => permuteIndex(BigInt(index), size, 'key'));
    expect(new Set(images).size).toBe(20);
    for (const image of images) expect(image >= 0n && image < size).toBe(true);
  });
});
