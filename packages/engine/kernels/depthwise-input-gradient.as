/**
 * dx[n, i·sh + p − top, j·sw + q − left, c] += dy[n, i, j, c] · w[p, q, c] for every tap that falls inside the image;
 * channel multiplier 1. `dx` must be zero on entry.
 */
export function depthwiseInputGradient(
  dy: usize,
  w: usize,
  dx: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixel: usize = (<usize>channels) << 2;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      const dyRow = dy + <usize>((n * outHeight + i) * outWidth) * pixel;
      for (let p = 0; p < filterHeight; p++) {
        const r = i * strideHeight + p - top;
        if (r < 0 || r >= height) continue;
        const dxRow = dx + <usize>((n * height + r) * width) * pixel;
        for (let q = 0; q < filterWidth; q++) {
          const shift = q - left;
          // The tap is right of a narrow row in every position. Below, division would round −1/2 up to column 0.
          if (shift >= width) continue;
          // Output columns whose tap q lies inside the row.
          const first = shift < 0 ? (strideWidth - 1 - shift) / strideWidth : 0;
          const last = min(outWidth - 1, (width - 1 - shift) / strideWidth);
          const wTap = w + <usize>(p * filterWidth + q) * pixel;
          for (let j = first; j <= last; j++) {
            const from = dyRow + <usize>j * pixel;
            const to = dxRow + <usize>(j * strideWidth + shift) * pixel;
            let c: usize = 0;
            for (; c + 16 <= pixel; c += 16) {
              const product = f32x4.mul(v128.load(from + c), v128.load(wTap + c));
              v128.store(to + c, f32x4.add(v128.load(to + c), product));
            }
            for (; c < pixel; c += 4) {
              store<f32>(to + c, load<f32>(to + c) + load<f32>(from + c) * load<f32>(wTap + c));
            }
          }
        }
      }
    }
  }
}
