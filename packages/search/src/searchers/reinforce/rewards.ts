import type { FinishedTrial, Objective } from '@cambium/core';
import { rankTrial } from '../../history/ranked-trial.js';
import type { ReinforceOptions } from './options.js';

/** Turns what trials measured into advantages over the baseline, one after the other. */
export interface Rewards {
  /** The moving average; undefined before the first reward. */
  baseline(): number | undefined;
  /** Undefined for a trial that teaches nothing. */
  advantageOf(trial: FinishedTrial): number | undefined;
}

type RewardOptions = Pick<ReinforceOptions, 'baselineDecay' | 'reward'>;

/**
 * The baseline is a moving average, corrected for its start, that has the trial's own reward in it (as in NATS-Bench). What
 * failed, was pruned, broke a constraint or measured no number gets the lowest reward so far; what was cancelled says
 * nothing.
 */
export function createRewards(objectives: readonly Objective[], options: RewardOptions): Rewards {
  const { baselineDecay, reward: scale } = options;
  const spread = runningDeviation();
  let lowest = Infinity;
  let sum = 0;
  let weight = 0;
  const baseline = () => (weight === 0 ? undefined : sum / weight);
  const rewardOf = (trial: FinishedTrial): number | undefined => {
    if (trial.state === 'cancelled') return undefined;
    const ranked = rankTrial(trial, objectives);
    if (ranked?.rank !== 'full') return lowest === Infinity ? undefined : lowest;
    return scale === 'cubed' ? -(ranked.loss ** 3) : -ranked.loss;
  };
  return {
    baseline,
    advantageOf(trial) {
      const reward = rewardOf(trial);
      if (reward === undefined) return undefined;
      lowest = Math.min(lowest, reward);
      spread.add(reward);
      sum = baselineDecay * sum + (1 - baselineDecay) * reward;
      weight = baselineDecay * weight + (1 - baselineDecay);
      const advantage = reward - sum / weight;
      return scale === 'standardised' ? advantage / spread.deviation() : advantage;
    },
  };
}

/** Welford's sums. */
function runningDeviation() {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value: number) {
      count += 1;
      const before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    },
    /** Never 0: of values that are all the same, 1. */
    deviation: () => Math.sqrt(squares / count) || 1,
  };
}
