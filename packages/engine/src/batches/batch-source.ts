import type { AugmentationPolicy, ImageShape } from '@cambium/core';
import type { Normalization } from './normalization.js';

/** Inputs of one training step. */
export interface Batch {
  readonly count: number;
  /** count × height × width × channels, normalised. */
  readonly images: Float32Array;
  /** count × classes; each row is a distribution. */
  readonly targets: Float32Array;
}

/** All that decides what the batches are, beside the images. Plain data: it travels to the worker. */
export interface BatchSettings {
  readonly shape: ImageShape;
  readonly classes: number;
  readonly batchSize: number;
  readonly normalization: Normalization;
  readonly augmentation: AugmentationPolicy | null;
  /** In [0, 1): the share of a target that is spread over all classes (Szegedy et al. 2016, section 7). */
  readonly labelSmoothing: number;
  /** α of mixup; 0 is off. */
  readonly mixup: number;
  readonly seed: number;
  /** How many epochs there are, so that nothing is prepared after the last. */
  readonly epochs: number;
  /** Epochs that schedules span, at least `epochs`: a training may be ended early and gone on with. */
  readonly scheduleEpochs: number;
}

/** Where a batch is in training, both from 0. The same place always gives the same batch. */
export interface BatchPlace {
  readonly epoch: number;
  readonly index: number;
}

export interface BatchSource {
  batch(place: BatchPlace): Promise<Batch>;
  close(): Promise<void>;
}

/** Whole batches only: a rest of few images would spoil batch norm's statistics. At least one batch. */
export function batchesPerEpoch(images: number, batchSize: number): number {
  return Math.max(1, Math.floor(images / batchSize));
}
