import type { ImageShape, MagnitudeTable, Rng } from '@cambium/core';
import { copyImage } from '../kernels/copy-image.js';
import type { ImageView, OpSpec } from '../op-spec.js';
import type { ImageRun } from './policy-kind.js';

/** Where the images of a batch come from and go to. Two buffers of one layout. */
export interface RunBuffers {
  readonly images: Uint8Array;
  readonly output: Uint8Array;
  readonly shape: ImageShape;
}

/** Runs images of a batch through ops, one after the other; only `start` and `finish` say which one. */
export interface ImageRunner extends ImageRun {
  start(index: number, partner: number, label: number): void;
  /** Writes the image to the output and gives the share of its partner's label in its own, in [0, 1). */
  finish(): number;
}

/** Allocates here and not per image: views move over the buffers, and ops write to the target that is free. */
export function imageRunner({ images, output, shape }: RunBuffers, rng: Rng, progress: number): ImageRunner {
  const [height, width, channels] = shape;
  const bytes = height * width * channels;
  const view = (data: Uint8Array): ImageView => ({ data, offset: 0, height, width, channels });
  const source = view(images);
  const partner = view(images);
  const result = view(output);
  const spare = view(new Uint8Array(bytes));
  const draw = { rng, partner };
  let current = source;
  let label = -1;
  let share = 0;
  const free = () => (current === result ? spare : result);
  return {
    rng,
    progress,
    get label() {
      return label;
    },
    current: () => current,
    apply(op: OpSpec, magnitude: number, table: MagnitudeTable) {
      const level = op.signed && rng.next() < 0.5 ? -magnitude : magnitude;
      const target = free();
      const mixed = op.apply(current, target, op.valueAt(level, shape, table), draw);
      if (mixed !== undefined) share += (1 - share) * mixed;
      current = target;
    },
    load(pixels) {
      const target = free();
      target.data.set(pixels, target.offset);
      current = target;
    },
    start(index, partnerIndex, ownLabel) {
      for (const each of [source, result]) each.offset = index * bytes;
      partner.offset = partnerIndex * bytes;
      label = ownLabel;
      share = 0;
      current = source;
    },
    finish() {
      if (current !== result) copyImage(current, result);
      return share;
    },
  };
}
