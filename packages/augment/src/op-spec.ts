import type { ImageShape } from '@cambium/core';

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

/**
 * An augmentation op: RandAugment's table (Cubuk et al. 2020, §3 and torchvision's `RandAugment`) over Pillow's pixel
 * definitions. Every kernel is a pure function of its arguments.
 */
export interface OpSpec {
  readonly name: string;
  /** One sentence for the create form. */
  readonly summary: string;
  /** True: the sign of the level is drawn once per image. */
  readonly signed: boolean;
  /** null: the op has no strength. */
  readonly range: OpRange | null;
  /** The value for a level in [0, 1], in [-1, 1] when signed, for images of this shape. */
  valueAt(level: number, shape: ImageShape): number;
  /** What the op does at a magnitude in [0, 1], in words with units: `rotates by 9° either way`. */
  describe(magnitude: number): string;
  /**
   * Writes the changed image to `target`, which must have the shape of `source` and not overlap it. `source` stays as
   * it is. `value` is in the unit of `range`; values beyond the range are fine where Pillow takes them.
   */
  apply(source: ImageView, target: ImageView, value: number): void;
}
