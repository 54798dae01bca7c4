import { describe, expect, it } from '@jest/globals';
import { standardizedGains } from './standardized-gains.js';

const gains = (...given: readonly [slice: number, gain: number][]) => [
  ...standardizedGains(given.map(([slice, gain]) => ({ slice, gain }))),
];

describe('standardizedGains', () => {
  it('compares gains within a slice only', () => {
    expect(gains([1, 100], [2, 0.3], [1, 300], [2, 0.1])).toEqual([
      expect.closeTo(-1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(-1, 12),
    ]);
  });

  it('cuts at two deviations, where failures are, which move nothing', () => {
    const rest = Array.from({ length: 10 }, (): [number, number] => [1, 0]);
    const [outlier, failed, ...others] = gains([1, 50], [1, -Infinity], ...rest);
    expect([outlier, failed]).toEqual([2, -2]);
    expect(others).toEqual(gains([1, 50], ...rest).slice(1));
  });

  it('is 0 where nothing differs', () => expect(gains([1, 3], [1, 3], [2, 7])).toEqual([0, 0, 0]));
});
