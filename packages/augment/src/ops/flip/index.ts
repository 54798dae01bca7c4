import type { OpSpec } from '../../op-spec.js';

/** Pillow's `ImageOps.mirror`: the left side becomes the right. */
export const flip: OpSpec = {
  name: 'flip',
  summary: 'Mirrors the image, left to right',
  signed: false,
  ranges: null,
  valueAt: () => 0,
  describe: () => 'mirrors left and right',
  apply(source, target) {
    const { height, width, channels } = source;
    const row = width * channels;
    let to = target.offset;
    for (let first = source.offset; first < source.offset + height * row; first += row) {
      for (let from = first + row - channels; from >= first; from -= channels) {
        for (let channel = 0; channel < channels; channel++) target.data[to++] = source.data[from + channel]!;
      }
    }
  },
};
