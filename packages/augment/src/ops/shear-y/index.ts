import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

/** Pillow's affine map y' = y + value·x from output to input, nearest pixel, black outside. */
export const shearY: OpSpec = {
  name: 'shear-y',
  summary: 'Slants the image up or down, column by column',
  signed: true,
  range: { from: 0, to: 0.3, unit: 'pixel per pixel' },
  valueAt: (level) => 0.3 * level,
  describe: (magnitude) => `shears by ${formatNumber(0.3 * magnitude)} pixels per column either way`,
  apply: (source, target, value) => affineNearest(source, target, [1, 0, 0, value, 1, 0]),
};
