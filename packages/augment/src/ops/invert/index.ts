import { applyTable } from '../../kernels/lookup.js';
import type { OpSpec } from '../../op-spec.js';

const negative = Uint8Array.from({ length: 256 }, (_, level) => 255 - level);

/** Pillow's `ImageOps.invert`. */
export const invert: OpSpec = {
  name: 'invert',
  summary: 'Turns every level into its negative',
  signed: false,
  ranges: null,
  valueAt: () => 0,
  describe: () => 'inverts all levels',
  apply: (source, target) => applyTable(source, target, negative),
};
