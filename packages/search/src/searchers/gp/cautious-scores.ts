import type { Measured } from './observations.js';

/**
 * The scores of one objective as a model should see them. A pruned trial was stopped early because it did badly; what it
 * had reached is no measure of its end, but leaving it out would make its place look new. So it counts as what it reached,
 * at best as the median of the complete trials, at worst as the worst of them.
 */
export function cautiousScores(measured: readonly Measured[], objective: number): number[] {
  // `!`: each trial has a score for each objective.
  const complete = measured
    .flatMap(({ pruned, scores }) => (pruned ? [] : [scores[objective]!]))
    .toSorted((a, b) => a - b);
  const worst = complete[0] ?? -Infinity;
  const median = complete[Math.floor((complete.length - 1) / 2)] ?? Infinity;
  return measured.map(({ pruned, scores }) =>
    pruned ? Math.min(median, Math.max(worst, scores[objective]!)) : scores[objective]!,
  );
}
