/**
 * How often a step is tried when steps are tried in random order until `most` of them were applied; `others` are the chances
 * of the other steps. Its place is uniform: it is tried when of the m others before it fewer than `most` were applied,
 * averaged over m and over which they are. Costs O(n² · most) for n steps.
 */
export function triedShare(others: readonly number[], most: number): number {
  if (most === 0) return 0;
  const n = others.length;
  // before[m][a]: over all sets of m others, the sum of the chances that exactly a < most of them are applied.
  const before = Array.from({ length: n + 1 }, () => new Float64Array(most));
  before[0]![0] = 1;
  for (const [seen, chance] of others.entries()) {
    for (let m = seen; m >= 0; m--) {
      for (let applied = most - 1; applied >= 0; applied--) {
        const here = before[m]![applied]!;
        before[m + 1]![applied]! += here * (1 - chance);
        if (applied + 1 < most) before[m + 1]![applied + 1]! += here * chance;
      }
    }
  }
  let share = 0;
  let sets = 1;
  for (let m = 0; m <= n; m++) {
    share += before[m]!.reduce((sum, chance) => sum + chance, 0) / sets / (n + 1);
    sets *= (n - m) / (m + 1);
  }
  return share;
}
