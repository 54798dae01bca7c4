import type { ImageView } from '../op-spec.js';

/** Moves the image by whole pixels, right and down where they are positive, with black behind it. */
export function moveImage(source: ImageView, target: ImageView, right: number, down: number): void {
  const { height, width, channels } = source;
  const row = width * channels;
  const skip = Math.min(row, Math.max(0, right * channels));
  const from = Math.min(row, Math.max(0, -right * channels));
  const length = row - skip - from;
  for (let y = 0; y < height; y++) {
    const to = target.offset + y * row;
    const above = y - down;
    if (above < 0 || above >= height || length <= 0) {
      target.data.fill(0, to, to + row);
      continue;
    }
    const start = source.offset + above * row + from;
    if (skip > 0) target.data.fill(0, to, to + skip);
    target.data.set(source.data.subarray(start, start + length), to + skip);
    if (from > 0) target.data.fill(0, to + skip + length, to + row);
  }
}
