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
  const pixel: usize = (<usize>channels) << 2;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      const r0 = i * strideHeight - top;
      const rowFrom = max(0, r0);
      const rowTo = min(height, r0 + windowHeight);
      for (let j = 0; j < outWidth; j++) {
        const s0 = j * strideWidth - left;
        const colFrom = max(0, s0);
        const colTo = min(width, s0 + windowWidth);
        const from = dy + <usize>((n * outHeight + i) * outWidth + j) * pixel;
        let c: usize = 0;
        for (; c + 16 <= pixel; c += 16) {
          let best = f32x4.splat(-Infinity);
          let where = i32x4.splat(-1);
          for (let r = rowFrom; r < rowTo; r++) {
            for (let s = colFrom; s < colTo; s++) {
              const position = (n * height + r) * width + s;
              const value = v128.load(x + <usize>position * pixel + c);
              const greater = f32x4.gt(value, best);
              best = v128.bitselect(value, best, greater);
              where = v128.bitselect(i32x4.splat(position), where, greater);
            }
          }
          const gradient = v128.load(from + c);
          for (let r = rowFrom; r < rowTo; r++) {
            for (let s = colFrom; s < colTo; s++) {
              const position = (n * height + r) * width + s;
              const to = dx + <usize>position * pixel + c;
              const share = v128.and(gradient, i32x4.eq(where, i32x4.splat(position)));
              v128.store(to, f32x4.add(v128.load(to), share));
            }
          }
        }
        for (; c < pixel; c += 4) {
          let best: f32 = -Infinity;
          let where: usize = 0;
          for (let r = rowFrom; r < rowTo; r++) {
            for (let s = colFrom; s < colTo; s++) {
              const offset = <usize>((n * height + r) * width + s) * pixel + c;
              const value = load<f32>(x + offset);
              if (value > best) {
                best = value;
                where = offset + 1;
              }
            }
          }
          if (where > 0) {
            const to = dx + where - 1;
            store<f32>(to, load<f32>(to) + load<f32>(from + c));
          }
        }
      }
    }
  }
}
