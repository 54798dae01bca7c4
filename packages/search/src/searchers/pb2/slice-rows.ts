import type { Space } from '@cambium/core';
import type { SliceObservation, SliceStart } from './slice-observations.js';

/** A slice as the bandit sees it: when, from which loss, and with which parameters. */
export interface SliceRow {
  readonly slice: number;
  /** The loss at the start, in units of the observed range; then the positions of the parameters, NaN where not active. */
  readonly at: Float64Array;
}

export interface SliceRows {
  rowOf(start: SliceStart): SliceRow;
  /** 1 for the numbers of a row that only are equal or not. */
  readonly categorical: Uint8Array;
}

/** Only parameters that may change have a place in the rows. */
export function sliceRows(
  { parameters, encode }: Space,
  changeable: ReadonlySet<string>,
  observations: readonly SliceObservation[],
): SliceRows {
  const axes = parameters.flatMap(({ name, domain }, axis) => (changeable.has(name) ? [{ axis, domain }] : []));
  const losses = observations.map(({ loss }) => loss);
  const least = Math.min(...losses);
  const range = Math.max(...losses) - least;
  return {
    rowOf({ slice, params, loss }) {
      const position = encode(params);
      const start = range > 0 ? (loss - least) / range : 0;
      return { slice, at: Float64Array.of(start, ...axes.map(({ axis }) => position[axis] ?? Number.NaN)) };
    },
    categorical: Uint8Array.of(0, ...axes.map(({ domain }) => Number(domain.kind === 'categorical'))),
  };
}

/** Squared Euclidean; 1 for choices that differ, and for a parameter that only one of them has. */
export function squaredDistance(a: SliceRow, b: SliceRow, categorical: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < categorical.length; i++) {
    // `!`: rows have a number for each entry of `categorical`.
    const x = a.at[i]!;
    const y = b.at[i]!;
    if (x === y) continue;
    // NaN, which differs from itself, is a parameter that a row lacks.
    const lacks = x !== x;
    const otherLacks = y !== y;
    if (lacks && otherLacks) continue;
    sum += lacks || otherLacks || categorical[i] === 1 ? 1 : (x - y) ** 2;
  }
  return sum;
}
