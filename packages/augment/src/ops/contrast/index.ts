import { fillBlendTable, lumaAt } from '../../kernels/blend.js';
import { imageBytes } from '../../kernels/copy-image.js';
import { describeFactor, enhanceFactor, enhanceRanges } from '../../kernels/enhance-factor.js';
import { applyTable } from '../../kernels/lookup.js';
import type { ImageView, OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const levels = new Uint8Array(256);

function meanLuma(image: ImageView): number {
  const end = image.offset + imageBytes(image);
  let sum = 0;
  for (let at = image.offset; at < end; at += image.channels) sum += lumaAt(image, at);
  return Math.floor(sum / (image.height * image.width) + 0.5);
}

/** Pillow's `ImageEnhance.Contrast`: a blend with the rounded mean of the gray image. */
export const contrast: OpSpec = {
  name: 'contrast',
  summary: 'Moves all levels towards or away from the mean',
  signed: true,
  ranges: enhanceRanges,
  valueAt: enhanceFactor,
  describe: (magnitude, table) => describeFactor('contrast', magnitude, table),
  apply(source, target, value) {
    fillBlendTable(levels, meanLuma(source), value);
    applyTable(source, target, levels);
  },
};
