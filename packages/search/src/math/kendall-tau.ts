import { createRng } from '@cambium/core';

/**
 * Kendall's τ-b of two measures of the same things: 1 when they rank alike, −1 when they rank in reverse; pairs that are
 * equal in one of them count for neither (Kendall 1945). NaN where one of them has a single value.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number {
  let agreement = 0;
  let differsInFirst = 0;
  let differsInSecond = 0;
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign((first[i] as number) - (first[j] as number));
      const b = Math.sign((second[i] as number) - (second[j] as number));
      agreement += a * b;
      differsInFirst += Math.abs(a);
      differsInSecond += Math.abs(b);
    }
  }
  return agreement / Math.sqrt(differsInFirst * differsInSecond);
}

export interface KendallEstimate {
  readonly tau: number;
  /** Of τ, at 95 %; NaN where no resample has one. */
  readonly interval: readonly [number, number];
}

const resamples = 1000;

/**
 * τ-b with the percentile interval of a bootstrap over pairs of measures (Efron and Tibshirani 1993, 13.3), always the
 * same for the same numbers. Of a handful of pairs such an interval is too narrow: it says at least how little is known.
 */
export function kendallEstimate(first: readonly number[], second: readonly number[]): KendallEstimate {
  const rng = createRng('kendall');
  const taus: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const drawn = first.map(() => rng.int(first.length));
    const of = (values: readonly number[]) => drawn.map((index) => values[index] as number);
    const tau = kendallTau(of(first), of(second));
    // A resample of equals has no order.
    if (!Number.isNaN(tau)) taus.push(tau);
  }
  taus.sort((a, b) => a - b);
  const quantile = (share: number) => taus[Math.round(share * (taus.length - 1))] ?? Number.NaN;
  return { tau: kendallTau(first, second), interval: [quantile(0.025), quantile(0.975)] };
}
