import type { ImageView } from '../op-spec.js';

/**
 * One level of Pillow's `Image.blend(degenerate, image, factor)`: single precision, cut off (not rounded), clamped.
 * Factor 0 gives `degenerate`, 1 gives `value`, more than 1 moves away from `degenerate`. `factor` must be a float32.
 */
export function blendLevel(degenerate: number, value: number, factor: number): number {
  const level = Math.fround(degenerate + Math.fround(factor * (value - degenerate)));
  return level <= 0 ? 0 : level >= 255 ? 255 : Math.trunc(level);
}

/** Fills a table of 256 levels that blends every level with one degenerate level. */
export function fillBlendTable(table: Uint8Array, degenerate: number, factor: number): void {
  const single = Math.fround(factor);
  for (let level = 0; level < 256; level++) table[level] = blendLevel(degenerate, level, single);
}

/** Pillow's `convert('L')`: ITU-R 601-2 luma in 16 bit fixed point. Equal channels give their own level. */
export function lumaAt(image: ImageView, at: number): number {
  const { data, channels } = image;
  if (channels === 1) return data[at]!;
  return (data[at]! * 19595 + data[at + 1]! * 38470 + data[at + 2]! * 7471 + 0x8000) >> 16;
}
