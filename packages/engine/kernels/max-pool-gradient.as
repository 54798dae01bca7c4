/**
 * Sends dy[n, i, j, c] to the first position (row by row) of its window that holds the maximum, as TensorFlow does.
 * Positions outside the image take no part. `dx` must be zero on entry.
 */
export function maxPoolGradient(
  x: usize,
  dy: usize,
  dx: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixel: usize = <usize>channels << 2;
  const row: usize = <usize>width * pixel;
  let from = dy;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      const r0 = i * strideHeight - top;
      const rowFrom = max(0, r0);
      const rows = min(height, r0 + windowHeight) - rowFrom;
      for (let j = 0; j < outWidth; j++) {
        const s0 = j * strideWidth - left;
        const colFrom = max(0, s0);
        const columns = min(width, s0 + windowWidth) - colFrom;
        const corner: usize = <usize>((n * height + rowFrom) * width + colFrom) * pixel;
        scatterWindow(x + corner, from, dx + corner, rows, columns, row, pixel);
        from += pixel;
      }
    }
  }
}

/** One window, all channels: four at a time, the rest one by one. `tap` numbers the window's positions row by row. */
function scatterWindow(x: usize, dy: usize, dx: usize, rows: i32, columns: i32, row: usize, pixel: usize): void {
  let c: usize = 0;
  for (; c + 16 <= pixel; c += 16) {
    let best = f32x4.splat(-Infinity);
    let where = i32x4.splat(-1);
    let tap = 0;
    for (let r = 0; r < rows; r++) {
      let at = x + <usize>r * row + c;
      for (let s = 0; s < columns; s++, tap++) {
        const value = v128.load(at);
        const greater = f32x4.gt(value, best);
        best = v128.bitselect(value, best, greater);
        where = v128.bitselect(i32x4.splat(tap), where, greater);
        at += pixel;
      }
    }
    const gradient = v128.load(dy + c);
    tap = 0;
    for (let r = 0; r < rows; r++) {
      let to = dx + <usize>r * row + c;
      for (let s = 0; s < columns; s++, tap++) {
        const share = v128.and(gradient, i32x4.eq(where, i32x4.splat(tap)));
        v128.store(to, f32x4.add(v128.load(to), share));
        to += pixel;
      }
    }
  }
  for (; c < pixel; c += 4) {
    let best: f32 = -Infinity;
    let where: usize = 0;
    for (let r = 0; r < rows; r++) {
      for (let s = 0; s < columns; s++) {
        const offset = <usize>r * row + <usize>s * pixel + c;
        const value = load<f32>(x + offset);
        if (value > best) {
          best = value;
          where = offset + 1;
        }
      }
    }
    if (where > 0) store<f32>(dx + where - 1, load<f32>(dx + where - 1) + load<f32>(dy + c));
  }
}
