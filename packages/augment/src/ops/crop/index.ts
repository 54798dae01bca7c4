import { formatNumber } from '../../format-number.js';
import { moveImage } from '../../kernels/move-image.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 0.25;

/** Whole pixels from −reach to reach, all equally likely for `at` in [0, 1). */
const shift = (reach: number, at: number) => Math.floor(at * (2 * reach + 1)) - reach;

/**
 * Pads all sides with black and cuts out the image's own size at a random place (He et al. 2016, §4.2: 4 of 32 pixels, which is
 * magnitude 0.5). The value is the padding, in shares of each side.
 */
export const crop: OpSpec = {
  name: 'crop',
  summary: 'Pads the image and cuts its size out at a random place',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'side' }),
  valueAt: (level) => most * level,
  describe: (magnitude) => `moves at random, by up to ${formatNumber(100 * most * magnitude, 1)} % of the sides`,
  apply(source, target, value, { rng }) {
    const x = shift(Math.round(value * source.width), rng.next());
    const y = shift(Math.round(value * source.height), rng.next());
    moveImage(source, target, x, y);
  },
};
