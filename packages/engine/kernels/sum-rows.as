/** Rows added up in single precision before the sum goes to the total: they stay in the first-level cache. */
const rowsAtOnce = 64;

/** out[b, c] = Σ over r of x[b, r, c], for x of shape [blocks, rows, columns]. `out` must be zero on entry. */
export function sumRows(x: usize, out: usize, blocks: i32, rows: i32, columns: i32): void {
  const row: usize = (<usize>columns) << 2;
  for (let b = 0; b < blocks; b++) {
    const block = x + <usize>(b * rows) * row;
    const target = out + <usize>b * row;
    for (let start = 0; start < rows; start += rowsAtOnce) {
      const count = min(rowsAtOnce, rows - start);
      const from = block + <usize>start * row;
      let c: usize = 0;
      for (; c + 16 <= row; c += 16) {
        let sum = f32x4.splat(0);
        for (let r = 0; r < count; r++) sum = f32x4.add(sum, v128.load(from + <usize>r * row + c));
        v128.store(target + c, f32x4.add(v128.load(target + c), sum));
      }
      for (; c < row; c += 4) {
        let sum: f32 = 0;
        for (let r = 0; r < count; r++) sum += load<f32>(from + <usize>r * row + c);
        store<f32>(target + c, load<f32>(target + c) + sum);
      }
    }
  }
}
