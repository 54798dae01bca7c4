import { inverseLogCumulative } from '../../math/normal-distribution.js';

/**
 * Tames the bad half of some scores, of which more is better: those below the median become normal quantiles of their
 * ranks, as wide as the good half. The good half stays as it is. A diverged trial that is a million times worse than the
 * others is then merely the worst, and does not hide the differences between good ones. (The half-rank warping of Google
 * Vizier: Song et al. 2024, §3.2.)
 */
export function halfRank(scores: readonly number[]): number[] {
  const sorted = scores.toSorted((a, b) => a - b);
  const n = sorted.length;
  // `!`: the middle of a list that is not empty.
  const median = n === 0 ? 0 : (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
  const good = sorted.filter((score) => score >= median);
  const width = Math.sqrt(good.reduce((sum, score) => sum + (score - median) ** 2, 0) / good.length);
  if (!(width > 0)) return [...scores];
  const ranks = new Map<number, number>();
  for (const score of sorted) if (score < median && !ranks.has(score)) ranks.set(score, ranks.size);
  return scores.map((score) => {
    const rank = ranks.get(score);
    if (rank === undefined) return score;
    const w = median + width * inverseLogCumulative(Math.log((0.5 * (rank + 0.5)) / ranks.size));
    return Math.max(score, w);
  });
}
