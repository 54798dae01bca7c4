import { fillBlendTable } from '../../kernels/blend.js';
import { describeFactor, enhanceFactor, enhanceRange } from '../../kernels/enhance-factor.js';
import { applyTable } from '../../kernels/lookup.js';
import type { OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const table = new Uint8Array(256);

/** Pillow's `ImageEnhance.Brightness`: a blend with black. */
export const brightness: OpSpec = {
  name: 'brightness',
  summary: 'Makes the image darker or brighter',
  signed: true,
  range: enhanceRange,
  valueAt: enhanceFactor,
  describe: (magnitude) => describeFactor('brightness', magnitude),
  apply(source, target, value) {
    fillBlendTable(table, 0, value);
    applyTable(source, target, table);
  },
};
