import { formatNumber } from '../../format-number.js';
import { copyImage } from '../../kernels/copy-image.js';
import { eachPixel, rectangleAround } from '../../kernels/rectangle.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 0.4;
/** Height to width of the rectangle: up to this, and down to one over it. */
const widest = 1 / 0.3;

/**
 * A rectangle of noise (Zhong et al. 2020, RE-R) whose area is a share of the image's and whose aspect ratio is drawn from 0.3 to
 * 3.3, evenly in its logarithm. Here it lies around a random pixel and is cut off at the border; a pixel's channels get one level.
 */
export const randomErasing: OpSpec = {
  name: 'random-erasing',
  summary: 'Replaces a rectangle at a random place by noise',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'area' }),
  valueAt: (level) => most * level,
  describe: (magnitude) => `replaces a rectangle of ${formatNumber(100 * most * magnitude, 1)} % of the area by noise`,
  apply(source, target, value, { rng }) {
    copyImage(source, target);
    const aspect = widest ** (2 * rng.next() - 1);
    const area = value * source.width * source.height;
    const size = { width: Math.round(Math.sqrt(area / aspect)), height: Math.round(Math.sqrt(area * aspect)) };
    const rectangle = rectangleAround(source, size, { x: rng.next(), y: rng.next() });
    eachPixel(source, rectangle, (at) => {
      const level = Math.floor(256 * rng.next());
      for (let channel = 0; channel < source.channels; channel++) target.data[target.offset + at + channel] = level;
    });
  },
};
