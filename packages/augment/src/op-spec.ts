import type { ImageShape, MagnitudeTable, Rng } from '@cambium/core';

/**
 * One uint8 image inside a batch buffer: `height × width × channels` bytes from `offset`, rows first, channels last.
 * `channels` is 1 (gray) or 3 (red, green, blue). Batch code moves `offset` instead of making a view per image.
 */
export interface ImageView {
  data: Uint8Array;
  offset: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** What the ends of the magnitude scale mean, in the op's own unit. */
export interface OpRange {
  /** Value at magnitude 0. */
  readonly from: number;
  /** Value at magnitude 1; a signed op also takes the mirror image of it around `from`. */
  readonly to: number;
  readonly unit: string;
}

export type OpRanges = Readonly<Record<MagnitudeTable, OpRange>>;

/** What an op may draw and take from for one image. */
export interface OpDraw {
  /** The image's own generator; what is drawn must not depend on its channels. */
  readonly rng: Rng;
  /** Another image of the batch as it was before augmentation, of the same shape. */
  readonly partner: ImageView;
}

/**
 * An augmentation op: the tables of RandAugment (Cubuk et al. 2020, §3) and TrivialAugment (Müller and Hutter 2021) as
 * torchvision has them, over Pillow's pixel definitions. Every kernel is a pure function of its arguments.
 */
export interface OpSpec {
  readonly name: string;
  /** One sentence for the create form. */
  readonly summary: string;
  /** True: the sign of the level is drawn once per image. */
  readonly signed: boolean;
  /** null: the op has no strength. */
  readonly ranges: OpRanges | null;
  /** The value for a level in [0, 1], in [-1, 1] when signed, for images of this shape. */
  valueAt(level: number, shape: ImageShape, table: MagnitudeTable): number;
  /** What the op does at a magnitude in [0, 1], in words with units: `rotates by 9° either way`. */
  describe(magnitude: number, table: MagnitudeTable): string;
  /**
   * Writes the changed image to `target`, which must have the shape of `source` and not overlap it. `source` stays as
   * it is. `value` is in the unit of the ranges; values beyond them are fine where Pillow takes them. Gives the share of the
   * partner's label in the result's, in [0, 1); nothing is 0.
   */
  apply(source: ImageView, target: ImageView, value: number, draw: OpDraw): number | void;
}
