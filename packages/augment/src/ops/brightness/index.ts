import { fillBlendTable } from '../../kernels/blend.js';
import { describeFactor, enhanceFactor, enhanceRanges } from '../../kernels/enhance-factor.js';
import { applyTable } from '../../kernels/lookup.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const levels = new Uint8Array(256);

/** Pillow's `ImageEnhance.Brightness`: a blend with black. */
export const brightness: OpSpec = {
  name: 'brightness',
  summary: 'Makes the image darker or brighter',
  signed: true,
  ranges: enhanceRanges,
  valueAt: enhanceFactor,
  describe: (magnitude, table) => describeFactor('brightness', magnitude, table),
  apply(source, target, value) {
    fillBlendTable(levels, 0, value);
    applyTable(source, target, levels);
  },
};
