import { formatNumber } from '../../format-number.js';
import { mixLevels } from '../../kernels/mix-levels.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 0.5;

/** Mixes two images and their labels (Zhang et al. 2018), in a share drawn evenly up to the value. */
export const mixup: OpSpec = {
  name: 'mixup',
  summary: 'Mixes two images and their labels',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'share' }),
  valueAt: (level) => most * level,
  describe: (magnitude) =>
    `mixes in up to ${formatNumber(100 * most * magnitude, 1)} % of another image and of its label`,
  apply(source, target, value, { rng, partner }) {
    const share = value * rng.next();
    mixLevels(source, target, partner, share);
    return share;
  },
};
