import { moveImage } from '../../kernels/move-image.js';
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
  apply: (source, target, value) => moveImage(source, target, 0, -value),
};
