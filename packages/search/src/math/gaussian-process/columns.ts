/**
 * What the numbers of an input row mean: first coordinates, compared by their difference, then codes of choices, which are
 * equal or not (Hamming distance). Several columns may share one length scale.
 */
export interface Columns {
  readonly numeric: number;
  readonly categorical: number;
  /** The index of each column's length scale. */
  readonly scaleOf: Int32Array;
  /** How many length scales there are. */
  readonly scales: number;
}

/** Input rows without gaps. */
export interface Rows {
  readonly values: Float64Array;
  readonly count: number;
}

export function columnCount({ numeric, categorical }: Columns): number {
  return numeric + categorical;
}
