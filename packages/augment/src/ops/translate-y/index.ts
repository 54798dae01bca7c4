import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

/** RandAugment's 150 of 331 pixels, as a share of the height. */
const reach = 150 / 331;

/** Pillow's affine map with a shift in whole pixels (cut off, as torchvision does), black where nothing is left. */
export const translateY: OpSpec = {
  name: 'translate-y',
  summary: 'Moves the image up or down',
  signed: true,
  range: { from: 0, to: reach, unit: 'height' },
  valueAt: (level, shape) => Math.trunc(reach * level * shape[0]),
  describe: (magnitude) => `moves up or down by ${formatNumber(100 * reach * magnitude, 1)} % of the height`,
  apply: (source, target, value) => affineNearest(source, target, [1, 0, 0, 0, 1, value]),
};
