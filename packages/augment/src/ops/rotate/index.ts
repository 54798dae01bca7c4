import { formatNumber } from '../../format-number.js';
import { affineNearest } from '../../kernels/affine.js';
import type { OpSpec } from '../../op-spec.js';

/** Pillow rounds sine and cosine to 15 decimals, so that right angles are exact. */
const round15 = (value: number) => Math.round(value * 1e15) / 1e15;

const ranges = { standard: { from: 0, to: 30, unit: '°' }, wide: { from: 0, to: 135, unit: '°' } };

/** Pillow's `Image.rotate(degrees)`: counter-clockwise around the middle, same size, black corners. */
export const rotate: OpSpec = {
  name: 'rotate',
  summary: 'Turns the image around its middle',
  signed: true,
  ranges,
  valueAt: (level, _, table) => ranges[table].to * level,
  describe: (magnitude, table) => `rotates by ${formatNumber(ranges[table].to * magnitude, 1)}° either way`,
  apply(source, target, value) {
    const radians = (-value * Math.PI) / 180;
    const cos = round15(Math.cos(radians));
    const sin = round15(Math.sin(radians));
    const x = source.width / 2;
    const y = source.height / 2;
    affineNearest(source, target, [cos, sin, x - cos * x - sin * y, -sin, cos, y + sin * x - cos * y]);
  },
};
