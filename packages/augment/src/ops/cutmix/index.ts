import { formatNumber } from '../../format-number.js';
import { copyImage } from '../../kernels/copy-image.js';
import { eachPixel, rectangleAround } from '../../kernels/rectangle.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 0.5;

/**
 * A rectangle with the image's aspect ratio around a random pixel is another image's (Yun et al. 2019). Its area is drawn evenly
 * up to the value; the label mixes by what of it lies in the image.
 */
export const cutmix: OpSpec = {
  name: 'cutmix',
  summary: 'Takes a rectangle from another image and mixes the labels',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'area' }),
  valueAt: (level) => most * level,
  describe: (magnitude) =>
    `takes up to ${formatNumber(100 * most * magnitude, 1)} % of the area, and of the label, from another image`,
  apply(source, target, value, { rng, partner }) {
    copyImage(source, target);
    const { width, height, channels } = source;
    const side = Math.sqrt(value * rng.next());
    const size = { width: Math.round(side * width), height: Math.round(side * height) };
    const rectangle = rectangleAround(source, size, { x: rng.next(), y: rng.next() });
    let pixels = 0;
    eachPixel(source, rectangle, (at) => {
      pixels++;
      for (let channel = 0; channel < channels; channel++) {
        target.data[target.offset + at + channel] = partner.data[partner.offset + at + channel]!;
      }
    });
    return pixels / (width * height);
  },
};
