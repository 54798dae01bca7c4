import { ranksOf } from './ranks.js';

/**
 * One-sided p of the Wilcoxon–Mann–Whitney test that `chosen` is no better than `others`: the exact share of all ways to
 * choose so many of both together whose ranks are at least as good. Equals share their mean rank. Higher is better.
 */
export function rankSumP(chosen: readonly number[], others: readonly number[]): number {
  // From 1 for the worst, doubled: mean ranks are whole or half numbers.
  const doubled = ranksOf([...chosen, ...others], 'lower').map((rank) => 2 * rank);
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const observed = doubled.slice(0, chosen.length).reduce((sum, rank) => sum + rank, 0);
  // ways[k][s]: choices of k whose doubled ranks add up to s.
  const ways = Array.from({ length: chosen.length + 1 }, () => new Float64Array(total + 1));
  (ways[0] as Float64Array)[0] = 1;
  for (const rank of doubled) {
    for (let k = chosen.length; k > 0; k--) {
      const [fewer, these] = [ways[k - 1] as Float64Array, ways[k] as Float64Array];
      for (let sum = total; sum >= rank; sum--) these[sum] = (these[sum] as number) + (fewer[sum - rank] as number);
    }
  }
  const all = ways[chosen.length] as Float64Array;
  const count = (from: number) => all.subarray(from).reduce((sum, each) => sum + each, 0);
  return count(observed) / count(0);
}
