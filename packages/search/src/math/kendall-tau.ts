import { createRng } from '@cambium/core';

/**
 * Kendall's τ-b of two measures of the same things: 1 when they rank alike, −1 when they rank in reverse; pairs that are
 * equal in one of them count for neither (Kendall 1945). NaN where one of them has a single value.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number {
  return tauOfRanks(ranksOf(first), ranksOf(second));
}

/** Equals share a rank; ranks are 0, 1, 2 … */
function ranksOf(values: readonly number[]): Int32Array {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const rank = new Map(distinct.map((value, i) => [value, i]));
  return Int32Array.from(values, (value) => rank.get(value) as number);
}

/** In n log n, not n² (Knight 1966): a bootstrap asks a thousand times. Its exchanges are counted by a Fenwick tree. */
function tauOfRanks(first: Int32Array, second: Int32Array): number {
  const n = first.length;
  // By the first rank, then the second: of equals in the first none is after a higher second rank.
  const keys = Float64Array.from(first, (rank, i) => rank * n + (second[i] as number)).sort();
  const tree = new Int32Array(n + 1);
  const seen = new Int32Array(n);
  let [reversed, equalFirst, equalSecond, equalBoth] = [0, 0, 0, 0];
  let [run, copies] = [0, 0];
  for (let i = 0; i < n; i++) {
    const key = keys[i] as number;
    const before = keys[i - 1] ?? -1;
    const rank = key % n;
    run = Math.floor(key / n) === Math.floor(before / n) ? run + 1 : 0;
    copies = key === before ? copies + 1 : 0;
    equalFirst += run;
    equalBoth += copies;
    equalSecond += seen[rank] as number;
    (seen[rank] as number)++;
    let notHigher = 0;
    for (let at = rank + 1; at > 0; at -= at & -at) notHigher += tree[at] as number;
    for (let at = rank + 1; at <= n; at += at & -at) (tree[at] as number)++;
    reversed += i - notHigher;
  }
  const pairs = (n * (n - 1)) / 2;
  const agreement = pairs - equalFirst - equalSecond + equalBoth - 2 * reversed;
  return agreement / Math.sqrt((pairs - equalFirst) * (pairs - equalSecond));
}

export interface KendallEstimate {
  readonly tau: number;
  /** Of τ, at 95 %; NaN where no resample has one. */
  readonly interval: readonly [number, number];
}

const resamples = 1000;

/**
 * τ-b with the percentile interval of a bootstrap over pairs of measures (Efron and Tibshirani 1993, 13.3), always the
 * same for the same numbers. Of fewer than ten pairs that rank alike such an interval is too narrow.
 */
export function kendallEstimate(first: readonly number[], second: readonly number[]): KendallEstimate {
  const rng = createRng('kendall');
  const [firstRanks, secondRanks] = [ranksOf(first), ranksOf(second)];
  const taus: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const drawn = firstRanks.map(() => rng.int(first.length));
    const of = (ranks: Int32Array) => drawn.map((index) => ranks[index] as number);
    const tau = tauOfRanks(of(firstRanks), of(secondRanks));
    // A resample of equals has no order.
    if (!Number.isNaN(tau)) taus.push(tau);
  }
  taus.sort((a, b) => a - b);
  const quantile = (share: number) => taus[Math.round(share * (taus.length - 1))] ?? Number.NaN;
  return { tau: tauOfRanks(firstRanks, secondRanks), interval: [quantile(0.025), quantile(0.975)] };
}
