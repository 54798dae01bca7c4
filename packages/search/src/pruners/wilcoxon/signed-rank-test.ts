import { logCumulative } from '../../math/normal-distribution.js';

/** Above this many differences, or with ties above {@link mostTied}, the normal approximation is used, as scipy does. */
const mostExact = 50;
const mostTied = 13;

/**
 * Wilcoxon's signed-rank test: the chance of differences at least as much above zero, were they as likely below. Zeros
 * count half on either side (zsplit). Infinite differences rank highest. `differences` must hold one at least.
 */
export function signedRankTest(differences: readonly number[]): number {
  const count = differences.length;
  const { ranks, tied } = averageRanks(differences.map(Math.abs));
  const weigh = (difference: number) => (difference > 0 ? 1 : difference === 0 ? 0.5 : 0);
  const above = differences.reduce((sum, difference, i) => sum + weigh(difference) * (ranks[i] ?? 0), 0);
  const exact = tied || differences.includes(0) ? count <= mostTied : count <= mostExact;
  if (!exact) return normalTail(above, ranks);
  return exactTail(
    above,
    ranks.filter((_, i) => differences[i] !== 0),
    ranks.reduce((sum, rank, i) => sum + (differences[i] === 0 ? rank / 2 : 0), 0),
  );
}

/** Ranks from 1; equals get the mean of theirs. */
function averageRanks(values: readonly number[]): { readonly ranks: readonly number[]; readonly tied: boolean } {
  const order = Array.from(values.keys()).sort((i, j) => compare(values[i] ?? 0, values[j] ?? 0));
  const ranks = values.map(() => 0);
  let tied = false;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    tied ||= to > from + 1;
    from = to;
  }
  return { ranks, tied };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * P(W ≥ above), where each rank is added with probability ½ and `fixed` always: over all sums, counted by doubled ranks,
 * which are whole.
 */
function exactTail(above: number, ranks: readonly number[], fixed: number): number {
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const most = doubled.reduce((sum, rank) => sum + rank, 0);
  const chance = new Float64Array(most + 1);
  chance[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    // From above, so that each rank is added once. `!`: the index stays within the array.
    for (let sum = reached; sum >= 0; sum--) chance[sum] = (chance[sum]! + (sum < rank ? 0 : chance[sum - rank]!)) / 2;
  }
  const from = Math.round(2 * (above - fixed));
  return chance.subarray(Math.max(0, from)).reduce((sum, each) => sum + each, 0);
}

/** The same by the normal distribution, corrected for ties but not for continuity (scipy's default). */
function normalTail(above: number, ranks: readonly number[]): number {
  const count = ranks.length;
  const mean = (count * (count + 1)) / 4;
  // Σ ranks² / 4, which ties make smaller: the variance of a sum of ranks with random signs.
  const variance = ranks.reduce((sum, rank) => sum + rank * rank, 0) / 4;
  return Math.exp(logCumulative((mean - above) / Math.sqrt(variance)));
}
