import type { ImageView } from '../op-spec.js';
import { imageBytes } from './copy-image.js';

/** Replaces every level of every channel by `table[level]`. */
export function applyTable(source: ImageView, target: ImageView, table: Uint8Array): void {
  const input = source.data;
  const output = target.data;
  const shift = target.offset - source.offset;
  const end = source.offset + imageBytes(source);
  for (let at = source.offset; at < end; at++) output[at + shift] = table[input[at]!]!;
}

/** Replaces every level of one channel by `table[level]`. */
export function applyChannelTable(
  source: ImageView,
  target: ImageView,
  { channel, table }: { channel: number; table: Uint8Array },
): void {
  const input = source.data;
  const output = target.data;
  const shift = target.offset - source.offset;
  const end = source.offset + imageBytes(source);
  for (let at = source.offset + channel; at < end; at += source.channels) output[at + shift] = table[input[at]!]!;
}
