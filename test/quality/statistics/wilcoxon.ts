/** As many pairs as the exact distribution is computed for; it takes n³ steps. */
const mostPairs = 200;

/**
 * The two-sided p-value of Wilcoxon's signed-rank test of paired values, exact: equal differences share their mean rank,
 * pairs without a difference are left out. 1 when nothing is left.
 */
export function wilcoxonP(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, i) => difference(value, b[i] as number)).filter((value) => value !== 0);
  const pairs = differences.slice(0, mostPairs);
  const ranks = doubledRanks(pairs.map(Math.abs));
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const positive = ranks.reduce((sum, rank, i) => sum + ((pairs[i] as number) > 0 ? rank : 0), 0);
  const smaller = Math.min(positive, total - positive);
  // How many of the 2ⁿ assignments of signs give each sum of positive ranks, as shares.
  const shares = new Float64Array(total + 1);
  shares[0] = 1;
  for (const rank of ranks) {
    for (let sum = total; sum >= 0; sum--) {
      const without = (shares[sum] as number) / 2;
      shares[sum] = without + (sum >= rank ? (shares[sum - rank] as number) / 2 : 0);
    }
  }
  const tail = shares.subarray(0, smaller + 1).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * tail);
}

/** Infinite values, such as evaluations to a target that was missed, are equal to each other. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Twice the ranks, which makes mean ranks whole numbers. */
function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return 2 * below + equal + 1;
  });
}
