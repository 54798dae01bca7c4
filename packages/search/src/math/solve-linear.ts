/**
 * The x with A x = b, by elimination with row pivoting; undefined for a singular A. `a` is n × n, row after row. Neither
 * argument is changed.
 */
export function solveLinear(a: Float64Array, b: Float64Array): Float64Array | undefined {
  const size = b.length;
  const width = size + 1;
  const rows = Array.from({ length: size }, (_, row) =>
    Float64Array.of(...a.subarray(row * size, (row + 1) * size), b[row] as number),
  );
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(rows, column);
    const scale = pivot[column] as number;
    if (scale === 0) return undefined;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] as number) / scale;
      for (let at = column; at < width; at++) row[at] = (row[at] as number) - factor * (pivot[at] as number);
    }
  }
  return Float64Array.from(rows, (row, index) => (row[size] as number) / (row[index] as number));
}

/** Moves the row with the greatest entry in `column` among those not used yet to its place. */
function pivotRow(rows: Float64Array[], column: number): Float64Array {
  let best = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[best]?.[column] as number)) best = row;
  }
  const pivot = rows[best] as Float64Array;
  rows[best] = rows[column] as Float64Array;
  rows[column] = pivot;
  return pivot;
}
