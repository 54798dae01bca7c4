import { affineNearest } from '../../kernels/affine.js';
import { describeTranslation, translation, translationRanges } from '../../kernels/translation.js';
import type { OpSpec } from '../../op-spec.js';

const ranges = translationRanges('height');

/** Pillow's affine map with a shift in whole pixels, black where nothing is left. */
export const translateY: OpSpec = {
  name: 'translate-y',
  summary: 'Moves the image up or down',
  signed: true,
  ranges,
  valueAt: (level, [height], table) => translation(ranges[table], level, height),
  describe: (magnitude, table) => `moves up or down by ${describeTranslation(ranges[table], magnitude)}`,
  apply: (source, target, value) => affineNearest(source, target, [1, 0, 0, 0, 1, value]),
};
