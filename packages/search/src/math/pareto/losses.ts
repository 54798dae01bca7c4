/** Points of `width` losses each, row after row. Less is better in every column; infinite is allowed, NaN is not. */
export interface Losses {
  readonly values: Float64Array;
  readonly width: number;
}

/** @throws RangeError when a row is not `width` numbers long. */
export function lossesOf(rows: readonly ArrayLike<number>[], width: number): Losses {
  const values = new Float64Array(rows.length * width);
  for (const [index, row] of rows.entries()) {
    if (row.length !== width) throw new RangeError(`row ${index} has ${row.length} losses, not ${width}`);
    values.set(row, index * width);
  }
  return { values, width };
}

export function rowCount({ values, width }: Losses): number {
  return width === 0 ? 0 : values.length / width;
}
