import { blendLevel, lumaAt } from '../../kernels/blend.js';
import { copyImage, imageBytes } from '../../kernels/copy-image.js';
import { describeFactor, enhanceFactor, enhanceRanges } from '../../kernels/enhance-factor.js';
import type { OpSpec } from '../../op-spec.js';

/** Pillow's `ImageEnhance.Color`: a blend with the gray image, so it leaves gray images as they are. */
export const color: OpSpec = {
  name: 'color',
  summary: 'Makes colours paler or stronger; leaves gray images as they are',
  signed: true,
  ranges: enhanceRanges,
  valueAt: enhanceFactor,
  describe: (magnitude, table) => describeFactor('colour', magnitude, table),
  apply(source, target, value) {
    if (source.channels === 1) {
      copyImage(source, target);
      return;
    }
    const factor = Math.fround(value);
    const shift = target.offset - source.offset;
    const end = source.offset + imageBytes(source);
    for (let at = source.offset; at < end; at += 3) {
      const gray = lumaAt(source, at);
      target.data[at + shift] = blendLevel(gray, source.data[at]!, factor);
      target.data[at + shift + 1] = blendLevel(gray, source.data[at + 1]!, factor);
      target.data[at + shift + 2] = blendLevel(gray, source.data[at + 2]!, factor);
    }
  },
};
