import type { ImageShape } from '@cambium/core';

/** Per channel, in bytes (0–255). An input is (byte − mean) / deviation. */
export interface Normalization {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Mean and standard deviation of the training images, per channel. A constant channel gets deviation 1. */
export function measureNormalization(images: Uint8Array, [, , channels]: ImageShape): Normalization {
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  for (let i = 0; i < images.length; i++) {
    const c = i % channels;
    sums[c]! += images[i]!;
    squares[c]! += images[i]! * images[i]!;
  }
  const count = images.length / channels;
  const mean = [...sums].map((sum) => sum / count);
  const deviation = mean.map((m, c) => {
    const variance = squares[c]! / count - m * m;
    return variance > 1e-6 ? Math.sqrt(variance) : 1;
  });
  return { mean, deviation };
}

/** Bytes to network inputs, through one table of 256 values per channel. */
export function normalizer({ mean, deviation }: Normalization): (images: Uint8Array) => Float32Array {
  const channels = mean.length;
  const tables = mean.map((m, c) => Float32Array.from({ length: 256 }, (_, byte) => (byte - m) / deviation[c]!));
  return (images) => {
    const out = new Float32Array(images.length);
    for (let c = 0; c < channels; c++) {
      const table = tables[c]!;
      for (let i = c; i < images.length; i += channels) out[i] = table[images[i]!]!;
    }
    return out;
  };
}
