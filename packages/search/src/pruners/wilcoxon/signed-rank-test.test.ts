import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { signedRankTest } from './signed-rank-test.js';

interface Case {
  readonly diff: readonly number[];
  readonly alternative: 'less' | 'greater';
  readonly p: number;
}
const golden: readonly Case[] = JSON.parse(
  readFileSync(new URL('./testdata/golden-wilcoxon.json', import.meta.url), 'utf8'),
);

describe('signedRankTest', () => {
  it.each(golden.map(({ diff, alternative, p }) => [diff.length, alternative, p, diff] as const))(
    'equals scipy for %i differences, %s: %d',
    (_, alternative, p, differences) => {
      const above = alternative === 'greater' ? differences : differences.map((difference) => -difference);
      expect(signedRankTest(above) / p).toBeCloseTo(1, 12);
    },
  );

  it('is exact without ties: all of n above zero has the chance 2^−n', () => {
    for (const n of [1, 5, 20, 50]) {
      const p = signedRankTest(Array.from({ length: n }, (_, i) => i + 1));
      expect(p * 2 ** n).toBeCloseTo(1, 12);
    }
  });

  it('ranks what was not finite highest', () => {
    expect(signedRankTest([Infinity, -1, -2])).toBe(signedRankTest([3, -1, -2]));
    expect(signedRankTest([Infinity, Infinity])).toBe(0.25);
  });
});
