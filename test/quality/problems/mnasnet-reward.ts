/** MnasNet's exponents (Tan et al. 2019, equation 3): of latencies up to the target, and of those above. */
export interface RewardExponents {
  readonly below: number;
  readonly above: number;
}

/** Soft: latency always counts, so that a doubling is worth 5 % of accuracy. Hard: only above the target. */
export const rewardExponents = {
  soft: { below: -0.07, above: -0.07 },
  hard: { below: 0, above: -1 },
} as const satisfies Readonly<Record<string, RewardExponents>>;

/** ACC · (LAT / T)^w. NaN for a latency that is not above 0: a measurement that can not be. */
export function mnasnetReward(
  accuracy: number,
  { latency, target }: { readonly latency: number; readonly target: number },
  { below, above }: RewardExponents,
): number {
  if (!(latency > 0)) return Number.NaN;
  return accuracy * (latency / target) ** (latency <= target ? below : above);
}
