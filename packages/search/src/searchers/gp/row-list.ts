import type { Rows } from '../../math/gaussian-process/columns.js';

/** Rows that are added one by one. */
export interface RowList extends Rows {
  push(row: Float64Array): void;
}

export function createRowList(width: number): RowList {
  let values = new Float64Array(16 * width);
  let count = 0;
  return {
    get values() {
      return values;
    },
    get count() {
      return count;
    },
    push(row) {
      if ((count + 1) * width > values.length) {
        const longer = new Float64Array(2 * values.length + width);
        longer.set(values);
        values = longer;
      }
      values.set(row, count++ * width);
    },
  };
}
