/** a [n, k] · b [k, m], each possibly stored transposed. */
export function matMulReference(
  [n, k, m]: readonly [number, number, number],
  { transposeA = false, transposeB = false } = {},
) {
  return ([a, b]: readonly Float64Array[]): Float64Array => {
    const y = new Float64Array(n * m);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++)
        for (let s = 0; s < k; s++)
          y[i * m + j]! += a![transposeA ? s * n + i : i * k + s]! * b![transposeB ? j * k + s : s * m + j]!;
    return y;
  };
}

/** Mean over rows of −Σ target · log softmax(logits); targets are constants. */
export function crossEntropyReference(rows: number, classes: number, targets: readonly number[]) {
  return ([logits]: readonly Float64Array[]): Float64Array => {
    let loss = 0;
    for (let r = 0; r < rows; r++) {
      const row = logits!.subarray(r * classes, (r + 1) * classes);
      const largest = Math.max(...row);
      const total = Math.log(row.reduce((sum, value) => sum + Math.exp(value - largest), 0)) + largest;
      for (let c = 0; c < classes; c++) loss -= (targets[r * classes + c]! * (row[c]! - total)) / rows;
    }
    return Float64Array.of(loss);
  };
}

/** Mean over the rows of Σ target · term(softmax(logits)). */
export function classLossReference(
  [rows, classes]: readonly [number, number],
  targets: readonly number[],
  term: (p: number) => number,
) {
  return ([logits]: readonly Float64Array[]): Float64Array => {
    let loss = 0;
    for (let r = 0; r < rows; r++) {
      const row = logits!.subarray(r * classes, (r + 1) * classes);
      const total = row.reduce((sum, value) => sum + Math.exp(value), 0);
      for (let c = 0; c < classes; c++) loss += (targets[r * classes + c]! * term(Math.exp(row[c]!) / total)) / rows;
    }
    return Float64Array.of(loss);
  };
}
