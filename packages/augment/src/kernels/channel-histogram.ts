import type { ImageView } from '../op-spec.js';
import { imageBytes } from './copy-image.js';

/** Counts the levels of one channel into `histogram`, 256 bins that are cleared first. */
export function channelHistogram(image: ImageView, channel: number, histogram: Uint32Array): void {
  histogram.fill(0);
  const { data, channels } = image;
  const end = image.offset + imageBytes(image);
  for (let at = image.offset + channel; at < end; at += channels) histogram[data[at]!]!++;
}
