import { formatNumber } from '../../format-number.js';
import { blur } from '../../kernels/blur.js';
import { copyImage } from '../../kernels/copy-image.js';
import { gaussianWeights } from '../../kernels/gaussian-weights.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 2;

/** Convolution with a Gaussian, cut off at 3 deviations; the value is its deviation. */
export const gaussianBlur: OpSpec = {
  name: 'gaussian-blur',
  summary: 'Blurs the image',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'pixel' }),
  valueAt: (level) => most * level,
  describe: (magnitude) => `blurs with a deviation of ${formatNumber(most * magnitude)} pixels`,
  apply(source, target, value) {
    if (value > 0) blur(source, target, gaussianWeights(value));
    else copyImage(source, target);
  },
};
