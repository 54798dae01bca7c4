import { channelHistogram } from '../../kernels/channel-histogram.js';
import { applyChannelTable } from '../../kernels/lookup.js';
import type { ImageView, OpSpec } from '../../op-spec.js';

// Overwritten before every use; kept so that no image allocates.
const histogram = new Uint32Array(256);
const table = new Uint8Array(256);

/** Pillow's `ImageOps.autocontrast(image)`: each channel's darkest level becomes 0, its brightest 255. */
function stretch(source: ImageView, target: ImageView): void {
  for (let channel = 0; channel < source.channels; channel++) {
    channelHistogram(source, channel, histogram);
    let low = 0;
    while (low < 255 && histogram[low] === 0) low++;
    let high = 255;
    while (high > 0 && histogram[high] === 0) high--;
    const scale = high > low ? 255 / (high - low) : 1;
    const shift = high > low ? -low * scale : 0;
    for (let level = low; level <= high; level++) {
      table[level] = Math.min(255, Math.max(0, Math.trunc(level * scale + shift)));
    }
    applyChannelTable(source, target, { channel, table });
  }
}

export const autoContrast: OpSpec = {
  name: 'auto-contrast',
  summary: 'Stretches each channel to the full range of levels',
  signed: false,
  ranges: null,
  valueAt: () => 0,
  describe: () => 'stretches each channel to the full range, 0 to 255',
  apply: stretch,
};
