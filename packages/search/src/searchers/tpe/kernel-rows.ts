import type { ObservationTable } from './observation-table.js';

/** The observations that make the kernels of one density, in the order of trial numbers: weights go by age. */
export interface KernelRows {
  /** The row of each kernel. */
  readonly rows: Int32Array;
  /** The kernel of each row of the table, −1 where it has none. */
  readonly kernelOf: Int32Array;
}

/** The good rows or the others, of these only such as have the parameter `having`. */
export function kernelRows(
  { count, byNumber, columns }: ObservationTable,
  { goodness, good, having }: { readonly goodness: Float64Array; readonly good: boolean; readonly having?: number },
): KernelRows {
  const column = having === undefined ? undefined : columns[having];
  const rows = new Int32Array(count);
  const kernelOf = new Int32Array(count).fill(-1);
  let kernels = 0;
  for (let place = 0; place < count; place++) {
    const row = byNumber[place] as number;
    if ((goodness[row] !== 0) !== good || (column !== undefined && Number.isNaN(column[row]))) continue;
    kernelOf[row] = kernels;
    rows[kernels++] = row;
  }
  return { rows: rows.subarray(0, kernels), kernelOf };
}
