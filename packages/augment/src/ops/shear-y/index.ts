import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

const ranges = {
  standard: { from: 0, to: 0.3, unit: 'pixel per pixel' },
  wide: { from: 0, to: 0.99, unit: 'pixel per pixel' },
};

/** Pillow's affine map y' = y + value·x from output to input, nearest pixel, black outside. */
export const shearY: OpSpec = {
  name: 'shear-y',
  summary: 'Slants the image up or down, column by column',
  signed: true,
  ranges,
  valueAt: (level, _, table) => ranges[table].to * level,
  describe: (magnitude, table) =>
    `shears by ${formatNumber(ranges[table].to * magnitude)} pixels per column either way`,
  apply: (source, target, value) => affineNearest(source, target, [1, 0, 0, value, 1, 0]),
};
