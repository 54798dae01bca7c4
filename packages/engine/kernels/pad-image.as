/** Copies `x` [batch, height, width, channels] into the middle of `out`, which must be zero on entry. */
export function padImage(
  x: usize,
  out: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  paddedHeight: i32,
  paddedWidth: i32,
): void {
  const row: usize = (<usize>(width * channels)) << 2;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < height; i++) {
      const target = ((n * paddedHeight + top + i) * paddedWidth + left) * channels;
      memory.copy(out + ((<usize>target) << 2), x + <usize>(n * height + i) * row, row);
    }
  }
}
