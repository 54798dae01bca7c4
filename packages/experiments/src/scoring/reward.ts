import type { MetricDescriptor, Metrics, Objective, Reward } from '@cambium/core';

/**
 * MnasNet's reward (Tan et al. 2019, equations 2 and 3): accuracy · (cost / target)^w, with w = α up to the target and β
 * above it. α = β = −0.07 is the paper's soft constraint, worth 5 % of accuracy for half the latency; α = 0, β = −1 its
 * hard one. Null where it has no finite value: accuracy or cost is not finite, or the cost is not above 0.
 */
export function rewardOf(
  { target, alpha, beta }: Pick<Reward, 'target' | 'alpha' | 'beta'>,
  accuracy: number | null,
  cost: number | null,
): number | null {
  if (accuracy === null || cost === null || !(cost > 0)) return null;
  const reward = accuracy * (cost / target) ** (cost <= target ? alpha : beta);
  return Number.isFinite(reward) ? reward : null;
}

/** The rewards of a trial, by the names of their objectives, where what they are made of has been measured. */
export function rewardsOf(metrics: Metrics, objectives: readonly Objective[]): Metrics {
  return Object.fromEntries(
    objectives.flatMap(({ metric, reward }) => {
      const accuracy = reward && metrics[reward.accuracy];
      const cost = reward && metrics[reward.cost];
      return reward === undefined || accuracy === undefined || cost === undefined
        ? []
        : [[metric, rewardOf(reward, accuracy, cost)]];
    }),
  );
}

/** `val_accuracy · (latency_ms / 5)^w, w = −0.07`. */
export function rewardFormula({ accuracy, cost, target, alpha, beta }: Reward): string {
  const signed = (value: number) => String(value).replace('-', '−');
  const exponent =
    alpha === beta ? `w = ${signed(alpha)}` : `w = ${signed(alpha)} up to ${target}, ${signed(beta)} above`;
  return `${accuracy} · (${cost} / ${target})^w, ${exponent}`;
}

/** The rewards of an experiment as metrics, beside those of its task. */
export function rewardMetrics(objectives: readonly Objective[]): readonly MetricDescriptor[] {
  return objectives.flatMap(({ metric, direction, reward }) =>
    reward === undefined
      ? []
      : [{ name: metric, description: rewardFormula(reward), unit: '1', direction, when: 'report' }],
  );
}
