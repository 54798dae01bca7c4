/**
 * Tames the bad half of some scores, of which more is better: what lies below the median by t widths of the good half moves
 * to asinh(t) widths below it: nearly t for a small t, log 2t for a large one. The good half stays as it is. A diverged trial
 * that is a million times worse than the others is then merely the worst, and does not hide the differences between good
 * ones; what is worse stays worse. (Song et al. 2024, §3.2, take normal quantiles of ranks instead: those make all that is
 * bad nearly equal once most trials crowd near the best one.)
 */
export function tameBadHalf(scores: readonly number[]): number[] {
  const sorted = scores.toSorted((a, b) => a - b);
  const n = sorted.length;
  // `!`: the middle of a list that is not empty.
  const median = n === 0 ? 0 : sorted[(n - 1) >> 1]! / 2 + sorted[n >> 1]! / 2;
  const good = sorted.filter((score) => score >= median);
  const largest = Math.max(0, ...good.map((score) => score - median));
  // In units of the largest: squares of very large and very small numbers are no numbers.
  const width =
    largest * Math.sqrt(good.reduce((sum, score) => sum + ((score - median) / (largest || 1)) ** 2, 0) / good.length);
  if (!(width > 0)) return [...scores];
  return scores.map((score) => (score >= median ? score : median - width * Math.asinh((median - score) / width)));
}
