import { applyTable } from '../../kernels/lookup.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const table = new Uint8Array(256);

const bitsAt = (magnitude: number) => 8 - Math.round(4 * magnitude);

/** Pillow's `ImageOps.posterize(image, bits)`: keeps the highest bits of each level, 1 to 8 of them. */
export const posterize: OpSpec = {
  name: 'posterize',
  summary: 'Keeps only the highest bits of each level',
  signed: false,
  range: { from: 8, to: 4, unit: 'bit' },
  valueAt: bitsAt,
  describe: (magnitude) => `keeps ${bitsAt(magnitude)} of 8 bits`,
  apply(source, target, value) {
    const mask = 256 - 2 ** (8 - value);
    for (let level = 0; level < 256; level++) table[level] = level & mask;
    applyTable(source, target, table);
  },
};
