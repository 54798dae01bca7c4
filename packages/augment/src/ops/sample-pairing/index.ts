import { formatNumber } from '../../format-number.js';
import { mixLevels } from '../../kernels/mix-levels.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

const most = 0.4;

/** Another image shines through, and the label stays (Inoue 2018); 0.4 is the most of AutoAugment. */
export const samplePairing: OpSpec = {
  name: 'sample-pairing',
  summary: 'Lets another image shine through; keeps the label',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'share' }),
  valueAt: (level) => most * level,
  describe: (magnitude) => `mixes in ${formatNumber(100 * most * magnitude, 1)} % of another image`,
  apply: (source, target, value, { partner }) => mixLevels(source, target, partner, value),
};
