import { formatNumber } from '../../format-number.js';
import { applyTable } from '../../kernels/lookup.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const levels = new Uint8Array(256);

/** torchvision's scale runs 255…0 and would turn white to black even at 0: there, no level is reached. */
const threshold = (magnitude: number) => (magnitude === 0 ? 256 : 255 * (1 - magnitude));

/** Pillow's `ImageOps.solarize(image, threshold)`: levels at or above the threshold are inverted. */
export const solarize: OpSpec = {
  name: 'solarize',
  summary: 'Inverts all levels above a threshold',
  signed: false,
  ranges: sameRanges({ from: 256, to: 0, unit: 'level' }),
  valueAt: threshold,
  describe: (magnitude) =>
    magnitude === 0
      ? 'inverts no level'
      : `inverts levels from ${formatNumber(Math.ceil(threshold(magnitude)))} of 255 up`,
  apply(source, target, value) {
    for (let level = 0; level < 256; level++) levels[level] = level < value ? level : 255 - level;
    applyTable(source, target, levels);
  },
};
