import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

/** Pillow's affine map x' = x + value·y from output to input, nearest pixel, black outside. */
export const shearX: OpSpec = {
  name: 'shear-x',
  summary: 'Slants the image to the side, row by row',
  signed: true,
  range: { from: 0, to: 0.3, unit: 'pixel per pixel' },
  valueAt: (level) => 0.3 * level,
  describe: (magnitude) => `shears by ${formatNumber(0.3 * magnitude)} pixels per row either way`,
  apply: (source, target, value) => affineNearest(source, target, [1, value, 0, 0, 1, 0]),
};
