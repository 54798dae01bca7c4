import { blendLevel } from '../../kernels/blend.js';
import { copyImage } from '../../kernels/copy-image.js';
import { describeFactor, enhanceFactor, enhanceRanges } from '../../kernels/enhance-factor.js';
import type { ImageView, OpSpec } from '../../op-spec.js';

/** Thirteenths of all sums that 13 levels can have, rounded. */
const thirteenth = Uint8Array.from({ length: 13 * 255 + 1 }, (_, sum) => Math.floor(sum / 13 + 0.5));

/** Pillow's `ImageFilter.SMOOTH` at an inner byte: (3×3 ones with 5 in the middle) / 13, rounded. */
function smoothAt(data: Uint8Array, at: number, { row, channels }: { row: number; channels: number }): number {
  const above = at - row;
  const below = at + row;
  const sum =
    data[above - channels]! +
    data[above]! +
    data[above + channels]! +
    data[at - channels]! +
    5 * data[at]! +
    data[at + channels]! +
    data[below - channels]! +
    data[below]! +
    data[below + channels]!;
  return thirteenth[sum]!;
}

/** Pillow's `ImageEnhance.Sharpness`: a blend with the smoothed image, whose border is the image's own. */
function sharpen(source: ImageView, target: ImageView, value: number): void {
  copyImage(source, target);
  const { data, height, width, channels } = source;
  const factor = Math.fround(value);
  const layout = { row: width * channels, channels };
  const shift = target.offset - source.offset;
  for (let y = 1; y < height - 1; y++) {
    const start = source.offset + y * layout.row + channels;
    const end = start + (width - 2) * channels;
    for (let at = start; at < end; at++) {
      target.data[at + shift] = blendLevel(smoothAt(data, at, layout), data[at]!, factor);
    }
  }
}

export const sharpness: OpSpec = {
  name: 'sharpness',
  summary: 'Blurs or sharpens the image',
  signed: true,
  ranges: enhanceRanges,
  valueAt: enhanceFactor,
  describe: (magnitude, table) => describeFactor('sharpness', magnitude, table),
  apply: sharpen,
};
