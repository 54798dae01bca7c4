import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

/** RandAugment's 150 of 331 pixels, as a share of the width. */
const reach = 150 / 331;

/** Pillow's affine map with a shift in whole pixels (cut off, as torchvision does), black where nothing is left. */
export const translateX: OpSpec = {
  name: 'translate-x',
  summary: 'Moves the image left or right',
  signed: true,
  range: { from: 0, to: reach, unit: 'width' },
  valueAt: (level, shape) => Math.trunc(reach * level * shape[1]),
  describe: (magnitude) => `moves left or right by ${formatNumber(100 * reach * magnitude, 1)} % of the width`,
  apply: (source, target, value) => affineNearest(source, target, [1, 0, value, 0, 1, 0]),
};
