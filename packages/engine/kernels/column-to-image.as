/**
 * The inverse of im2col: dx[n, i·sh + p − top, j·sw + q − left, c] += columns[n, i, j, p, q, c] for every tap inside
 * the image. `dx` must be zero on entry.
 */
export function columnToImage(
  columns: usize,
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
  const pixel: usize = <usize>channels << 2;
  let from = columns;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      for (let j = 0; j < outWidth; j++) {
        for (let p = 0; p < filterHeight; p++) {
          const r = i * strideHeight + p - top;
          for (let q = 0; q < filterWidth; q++) {
            const s = j * strideWidth + q - left;
            if (r >= 0 && r < height && s >= 0 && s < width) {
              addRun(from, dx + <usize>((n * height + r) * width + s) * pixel, pixel);
            }
            from += pixel;
          }
        }
      }
    }
  }
}

function addRun(from: usize, to: usize, bytes: usize): void {
  let c: usize = 0;
  for (; c + 16 <= bytes; c += 16) {
    v128.store(to + c, f32x4.add(v128.load(to + c), v128.load(from + c)));
  }
  for (; c < bytes; c += 4) {
    store<f32>(to + c, load<f32>(to + c) + load<f32>(from + c));
  }
}
