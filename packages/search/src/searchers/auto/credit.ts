/** Outcomes of one arm's last trials, oldest first: the share of the trials told before that did not beat each, in [0, 1]. */
export type Credit = readonly number[];

/** Older outcomes are forgotten: what is good at the start need not be good later. */
const window = 24;

export function addOutcome(credit: Credit, outcome: number): Credit {
  return [...credit, outcome].slice(-window);
}

export interface ArmRecord {
  readonly credit: Credit;
  /** Trials that it was asked for and that are not told yet: they make it less attractive. */
  readonly pending: number;
}

/**
 * Indices of the arms, the one to ask first in front: by the upper confidence bound (UCB1, Auer et al. 2002) on a sliding
 * window (Garivier and Moulines 2011), where an arm's worth is the mean of its better half: a search lives by its best
 * trials. Of equals the first.
 */
export function rankArms(records: readonly ArmRecord[], exploration: number): readonly number[] {
  const pulls = records.map(({ credit, pending }) => credit.length + pending);
  const all = pulls.reduce((sum, count) => sum + count, 0);
  const bounds = records.map(({ credit }, i) => {
    const tried = pulls[i] ?? 0;
    return tried === 0
      ? Number.POSITIVE_INFINITY
      : betterHalf(credit) + exploration * Math.sqrt(Math.log(all + 1) / tried);
  });
  return records.map((_, i) => i).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
}

/** Of no outcome yet: a middling one. */
function betterHalf(credit: Credit): number {
  if (credit.length === 0) return 0.5;
  const best = [...credit].sort((a, b) => b - a).slice(0, Math.ceil(credit.length / 2));
  return best.reduce((sum, outcome) => sum + outcome, 0) / best.length;
}
