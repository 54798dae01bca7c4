import { copyImage } from '../../kernels/copy-image.js';
import type { OpSpec } from '../../op-spec.js';

export const identity: OpSpec = {
  name: 'identity',
  summary: 'Leaves the image as it is',
  signed: false,
  ranges: null,
  valueAt: () => 0,
  describe: () => 'leaves the image as it is',
  apply: copyImage,
};
