import type { ImageView } from '../op-spec.js';

/** Maps an output pixel to the input: x' = a·x + b·y + c, y' = d·x + e·y + f, in pixels. */
export type AffineMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const one = 65536;
const fixed = (value: number) => Math.floor(value * one + 0.5);

/**
 * Pillow's `Image.transform(AFFINE, NEAREST)` with black outside: 16.16 fixed point, stepping from pixel centres
 * (`affine_fixed` in Geometry.c), so that the same pixel is taken where two are equally near. Sides up to 16,384.
 */
export function affineNearest(source: ImageView, target: ImageView, [a, b, c, d, e, f]: AffineMatrix): void {
  const { height, width, channels } = source;
  const input = source.data;
  const output = target.data;
  const xStep = fixed(a);
  const yStep = fixed(d);
  const xRowStep = fixed(b);
  const yRowStep = fixed(e);
  let xRow = fixed(c + a * 0.5 + b * 0.5);
  let yRow = fixed(f + d * 0.5 + e * 0.5);
  let to = target.offset;
  for (let y = 0; y < height; y++) {
    let fx = xRow;
    let fy = yRow;
    for (let x = 0; x < width; x++) {
      const fromX = fx >> 16;
      const fromY = fy >> 16;
      const inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
      const from = source.offset + (fromY * width + fromX) * channels;
      output[to] = inside ? input[from]! : 0;
      // No loop over channels, which would cost more than the pixels: there are 1 or 3.
      if (channels === 3) {
        output[to + 1] = inside ? input[from + 1]! : 0;
        output[to + 2] = inside ? input[from + 2]! : 0;
      }
      to += channels;
      fx += xStep;
      fy += yStep;
    }
    xRow += xRowStep;
    yRow += yRowStep;
  }
}
