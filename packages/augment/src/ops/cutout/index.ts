import { formatNumber } from '../../format-number.js';
import { copyImage } from '../../kernels/copy-image.js';
import { eachPixel, rectangleAround } from '../../kernels/rectangle.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 20 / 32;
const gray = 128;

/**
 * A gray square around a random pixel, cut off at the border (DeVries and Taylor 2017). Its side is a share of the image's
 * shorter one; 20 of 32 pixels is the most of AutoAugment.
 */
export const cutout: OpSpec = {
  name: 'cutout',
  summary: 'Hides a square at a random place',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'side' }),
  valueAt: (level) => most * level,
  describe: (magnitude) => `hides a square of ${formatNumber(100 * most * magnitude, 1)} % of the side`,
  apply(source, target, value, { rng }) {
    copyImage(source, target);
    const side = Math.round(value * Math.min(source.width, source.height));
    const square = rectangleAround(source, { width: side, height: side }, { x: rng.next(), y: rng.next() });
    eachPixel(source, square, (at) => {
      for (let channel = 0; channel < source.channels; channel++) target.data[target.offset + at + channel] = gray;
    });
  },
};
