/**
 * Tames the bad half of some scores, of which more is better: what lies below the median by t widths of the good half moves
 * to asinh(t) widths below it: nearly t for a small t, log 2t for a large one. The good half stays as it is. A diverged trial
 * that is a million times worse than the others is then merely the worst, and does not hide the differences between good
 * ones; what is worse stays worse. (Song et al. 2024, §3.2, take normal quantiles of ranks instead: those make all that is bad
 * nearly equal once most trials crowd near the best one.)
 *
 * The width is at least `leastWidth` times the way from the median to the lower quartile. Without it, many trials that share
 * the best score but for rounding errors would make these the measure of everything.
 */
export function tameBadHalf(scores: readonly number[], leastWidth: number): number[] {
  const sorted = scores.toSorted((a, b) => a - b);
  const n = sorted.length;
  // `!`: the middle and the quarter of a list that is not empty. Half by half, as sums of the largest numbers are none.
  const median = n === 0 ? 0 : sorted[(n - 1) >> 1]! / 2 + sorted[n >> 1]! / 2;
  const half = n === 0 ? 0 : median / 2 - sorted[n >> 2]! / 2;
  const good = sorted.filter((score) => score >= median);
  const largest = (sorted.at(-1) ?? median) - median;
  // In units of the largest: squares of very large and very small numbers are no numbers.
  const squares = good.reduce((sum, score) => sum + ((score - median) / (largest || 1)) ** 2, 0);
  const width = Math.max(
    largest * Math.sqrt(squares / Math.max(1, good.length)),
    Math.min(Number.MAX_VALUE, 2 * leastWidth * half),
  );
  if (!(width > 0)) return [...scores];
  return scores.map((score) =>
    score >= median ? score : median - width * Math.asinh(Math.min(Number.MAX_VALUE, median - score) / width),
  );
}
