import { moveImage } from '../../kernels/move-image.js';
import { describeTranslation, translation, translationRanges } from '../../kernels/translation.js';
import type { OpSpec } from '../../op-spec.js';

const ranges = translationRanges('width');

/** Pillow's affine map with a shift in whole pixels, black where nothing is left. */
export const translateX: OpSpec = {
  name: 'translate-x',
  summary: 'Moves the image left or right',
  signed: true,
  ranges,
  valueAt: (level, [, width], table) => translation(ranges[table], level, width),
  describe: (magnitude, table) => `moves left or right by ${describeTranslation(ranges[table], magnitude)}`,
  apply: (source, target, value) => moveImage(source, target, -value, 0),
};
