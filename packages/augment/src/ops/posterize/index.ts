import type { MagnitudeTable } from '@cambium/core';
import { applyTable } from '../../kernels/lookup.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const levels = new Uint8Array(256);

const ranges = { standard: { from: 8, to: 4, unit: 'bit' }, wide: { from: 8, to: 2, unit: 'bit' } };

const bitsAt = (magnitude: number, table: MagnitudeTable) => 8 - Math.round((8 - ranges[table].to) * magnitude);

/** Pillow's `ImageOps.posterize(image, bits)`: keeps the highest bits of each level, 1 to 8 of them. */
export const posterize: OpSpec = {
  name: 'posterize',
  summary: 'Keeps only the highest bits of each level',
  signed: false,
  ranges,
  valueAt: (level, _, table) => bitsAt(level, table),
  describe: (magnitude, table) => `keeps ${bitsAt(magnitude, table)} of 8 bits`,
  apply(source, target, value) {
    const mask = 256 - 2 ** (8 - value);
    for (let level = 0; level < 256; level++) levels[level] = level & mask;
    applyTable(source, target, levels);
  },
};
