import { channelHistogram } from '../../kernels/channel-histogram.js';
import { imageBytes } from '../../kernels/copy-image.js';
import { applyChannelTable } from '../../kernels/lookup.js';
import type { ImageView, OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const histogram = new Uint32Array(256);
const table = new Uint8Array(256);

/** Pillow's `ImageOps.equalize(image)`: the brightest level's count is left out of the step, as there. */
function fillTable(pixels: number): void {
  let brightest = 255;
  while (brightest > 0 && histogram[brightest] === 0) brightest--;
  const step = Math.floor((pixels - histogram[brightest]!) / 255);
  let sum = Math.floor(step / 2);
  for (let level = 0; level < 256; level++) {
    table[level] = step === 0 ? level : Math.min(255, Math.floor(sum / step));
    sum += histogram[level]!;
  }
}

function flatten(source: ImageView, target: ImageView): void {
  for (let channel = 0; channel < source.channels; channel++) {
    channelHistogram(source, channel, histogram);
    fillTable(imageBytes(source) / source.channels);
    applyChannelTable(source, target, { channel, table });
  }
}

export const equalize: OpSpec = {
  name: 'equalize',
  summary: 'Flattens the histogram of each channel',
  signed: false,
  ranges: null,
  valueAt: () => 0,
  describe: () => 'flattens the histogram of each channel',
  apply: flatten,
};
