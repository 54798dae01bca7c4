import type { Rng } from '@cambium/core';
import { type ClassifierData, imageSize, type LabelledImages } from '../batches/labelled-images.js';

export interface HeldOutSplit {
  readonly weights: LabelledImages;
  /** Absent where nothing is held out. */
  readonly heldOut?: LabelledImages;
}

/** Training images for the weights and for the architecture, no image in both. At least one in each. */
export function splitHeldOut(
  { train, shape }: Pick<ClassifierData, 'train' | 'shape'>,
  share: number,
  rng: Rng,
): HeldOutSplit {
  if (share <= 0) return { weights: train };
  const total = train.labels.length;
  const count = Math.min(total - 1, Math.max(1, Math.round(share * total)));
  const order = rng.shuffle(Array.from({ length: total }, (_, i) => i));
  const take = (indices: readonly number[]): LabelledImages => {
    const size = imageSize(shape);
    const images = new Uint8Array(indices.length * size);
    indices.forEach((from, to) => images.set(train.images.subarray(from * size, (from + 1) * size), to * size));
    return { images, labels: Int32Array.from(indices, (from) => train.labels[from] as number) };
  };
  return { weights: take(order.slice(count)), heldOut: take(order.slice(0, count)) };
}
