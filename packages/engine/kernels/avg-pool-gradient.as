/**
 * Spreads dy[n, i, j, c] evenly over the positions of its window that lie inside the image: the forward pass divides by
 * their count, so the gradient must too. `dx` must be zero on entry.
 */
export function avgPoolGradient(
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
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      const r0 = i * strideHeight - top;
      const rowFrom = max(0, r0);
      const rowTo = min(height, r0 + windowHeight);
      for (let j = 0; j < outWidth; j++) {
        const s0 = j * strideWidth - left;
        const colFrom = max(0, s0);
        const colTo = min(width, s0 + windowWidth);
        const scale: f32 = <f32>1 / <f32>((rowTo - rowFrom) * (colTo - colFrom));
        const from = dy + <usize>((n * outHeight + i) * outWidth + j) * pixel;
        for (let r = rowFrom; r < rowTo; r++) {
          for (let s = colFrom; s < colTo; s++) {
            addScaled(from, dx + <usize>((n * height + r) * width + s) * pixel, pixel, scale);
          }
        }
      }
    }
  }
}

function addScaled(from: usize, to: usize, bytes: usize, scale: f32): void {
  const factor = f32x4.splat(scale);
  let c: usize = 0;
  for (; c + 16 <= bytes; c += 16) {
    v128.store(to + c, f32x4.add(v128.load(to + c), f32x4.mul(v128.load(from + c), factor)));
  }
  for (; c < bytes; c += 4) {
    store<f32>(to + c, load<f32>(to + c) + load<f32>(from + c) * scale);
  }
}
