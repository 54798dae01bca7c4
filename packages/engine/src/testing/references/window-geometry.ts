/** A window that slides over an image, `same`-padded as TensorFlow does: the odd pixel of padding comes last. */
export interface WindowGeometry {
  readonly image: readonly [batch: number, height: number, width: number, channels: number];
  readonly kernel: number;
  readonly stride: number;
  readonly dilation?: number;
  readonly padding?: 'same' | 'valid';
}

export interface Tap {
  readonly n: number;
  readonly i: number;
  readonly j: number;
  readonly p: number;
  readonly q: number;
  /** Index of the pixel's first channel in the image. */
  readonly pixel: number;
  /** Index of the output pixel, counted in pixels. */
  readonly out: number;
}

/** Output height and width. */
export function outputSize({
  image,
  kernel,
  stride,
  dilation = 1,
  padding = 'same',
}: WindowGeometry): [number, number] {
  const reach = (kernel - 1) * dilation + 1;
  const length = (size: number) => Math.ceil((padding === 'same' ? size : size - reach + 1) / stride);
  return [length(image[1]), length(image[2])];
}

/** Calls `visit` for every tap of every window that falls inside the image, windows and taps row by row. */
export function eachTap(geometry: WindowGeometry, visit: (tap: Tap) => void): void {
  const { image, kernel, stride, dilation = 1, padding = 'same' } = geometry;
  const [batch, height, width, channels] = image;
  const [outHeight, outWidth] = outputSize(geometry);
  const reach = (kernel - 1) * dilation + 1;
  const before = (size: number, out: number) =>
    padding === 'same' ? Math.floor(Math.max(0, (out - 1) * stride + reach - size) / 2) : 0;
  const top = before(height, outHeight);
  const left = before(width, outWidth);
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < outHeight; i++)
      for (let j = 0; j < outWidth; j++)
        for (let p = 0; p < kernel; p++)
          for (let q = 0; q < kernel; q++) {
            const r = i * stride + p * dilation - top;
            const s = j * stride + q * dilation - left;
            if (r < 0 || s < 0 || r >= height || s >= width) continue;
            const pixel = ((n * height + r) * width + s) * channels;
            visit({ n, i, j, p, q, pixel, out: (n * outHeight + i) * outWidth + j });
          }
}
