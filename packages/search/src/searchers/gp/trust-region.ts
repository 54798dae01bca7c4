/** Where a local search stands (TuRBO-1: Eriksson et al. 2019, §2 and appendix). */
export interface TrustRegionState {
  /** Index of the first observation since the last restart: those before it no longer count. */
  readonly from: number;
  /** Side of the region, before it is stretched by length scales, as a share of the range. */
  readonly length: number;
}

const firstLength = 0.8;
const largestLength = 1.6;
const smallestLength = 0.5 ** 7;
/** Improvements in a row after which the region is doubled. */
const successesToGrow = 3;
/** In standard deviations: a smaller improvement is none. */
const smallestImprovement = 1e-3;

export interface TrustRegionSettings {
  readonly dimensions: number;
  /** Observations after the start and after each restart that are no steps of the search. */
  readonly startupTrials: number;
}

/**
 * Goes through standardised scores in the order in which they were observed. Improvements in a row double the region, as many
 * failures as there are dimensions (at least 4) halve it, and a region that became too small is left for a new start.
 */
export function followTrustRegion(
  scores: ArrayLike<number>,
  { dimensions, startupTrials }: TrustRegionSettings,
): TrustRegionState {
  const failuresToShrink = Math.max(4, dimensions);
  let from = 0;
  let length = firstLength;
  let best = -Infinity;
  let successes = 0;
  let failures = 0;
  for (let i = 0; i < scores.length; i++) {
    // `!`: within the scores.
    const score = scores[i]!;
    const better = score > best + smallestImprovement;
    best = Math.max(best, score);
    if (i - from < startupTrials) continue;
    successes = better ? successes + 1 : 0;
    failures = better ? 0 : failures + 1;
    if (successes === successesToGrow) {
      length = Math.min(largestLength, 2 * length);
      successes = 0;
    } else if (failures === failuresToShrink) {
      length /= 2;
      failures = 0;
    }
    if (length < smallestLength) {
      from = i + 1;
      length = firstLength;
      best = -Infinity;
      successes = 0;
    }
  }
  return { from, length };
}
