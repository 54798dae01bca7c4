import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

const ranges = {
  standard: { from: 0, to: 0.3, unit: 'pixel per pixel' },
  wide: { from: 0, to: 0.99, unit: 'pixel per pixel' },
};

/** Pillow's affine map x' = x + value·y from output to input, nearest pixel, black outside. */
export const shearX: OpSpec = {
  name: 'shear-x',
  summary: 'Slants the image to the side, row by row',
  signed: true,
  ranges,
  valueAt: (level, _, table) => ranges[table].to * level,
  describe: (magnitude, table) => `shears by ${formatNumber(ranges[table].to * magnitude)} pixels per row either way`,
  apply: (source, target, value) => affineNearest(source, target, [1, value, 0, 0, 1, 0]),
};
