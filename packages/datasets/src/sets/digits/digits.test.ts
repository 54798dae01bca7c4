import { describe, expect, it } from '@jest/globals';
import { digits } from './index.js';

describe('digits', () => {
  it('scales 16 levels to 256 and keeps every image once', async () => {
    const { train, test } = await digits.load({}, { dataDir: '/nowhere' });
    expect([train.labels.length, test.labels.length]).toEqual([1437, 360]);
    const levels = new Set([...train.images, ...test.images]);
    expect([...levels].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => Math.round((i * 255) / 16)));
    // Known from scikit-learn: the sum of all levels and how often each digit is there.
    const counts = Array.from(
      { length: 10 },
      (_, d) => [...train.labels, ...test.labels].filter((l) => l === d).length,
    );
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    const sum = [...train.images, ...test.images].reduce((total, level) => total + Math.round((level * 16) / 255), 0);
    expect(sum).toBe(561718);
  });
});
