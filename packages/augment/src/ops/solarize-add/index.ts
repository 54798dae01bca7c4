import { applyTable } from '../../kernels/lookup.js';
import { sameRanges } from '../../kernels/same-ranges.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const levels = new Uint8Array(256);

const most = 110;
const added = (magnitude: number) => Math.trunc(most * magnitude);

/** AutoAugment's code for ImageNet: levels below 128 are raised by some levels, at most to 255. */
export const solarizeAdd: OpSpec = {
  name: 'solarize-add',
  summary: 'Raises the levels of the darker half',
  signed: false,
  ranges: sameRanges({ from: 0, to: most, unit: 'level' }),
  valueAt: added,
  describe: (magnitude) => `raises levels below 128 by ${added(magnitude)}`,
  apply(source, target, value) {
    for (let level = 0; level < 256; level++) levels[level] = level < 128 ? Math.min(255, level + value) : level;
    applyTable(source, target, levels);
  },
};
