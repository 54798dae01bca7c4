import { applyPolicy, type MixedBatch } from '@cambium/augment';
import type { AugmentationPolicy } from '@cambium/core';
import type { BatchPlace, BatchSettings } from '../../batches/batch-source.js';
import type { LabelledImages } from '../../batches/labelled-images.js';
import { batchMaker } from '../../batches/prepare-batch.js';
import type { MixtureLearner } from './mixture-learner.js';

/** A batch that a mixture policy has augmented. */
export interface MixedTraining {
  readonly mixed: MixedBatch;
  /** count × classes, of the images and of their partners: each row is a distribution. */
  readonly targets: Float32Array;
  readonly partnerTargets: Float32Array;
}

/** Batches as `batchMaker` makes them, which the policy changes after what all images get first. */
export function mixedBatches(
  images: LabelledImages,
  settings: BatchSettings,
  { learner, before }: { readonly learner: MixtureLearner; readonly before?: AugmentationPolicy | undefined },
): (place: BatchPlace) => MixedTraining {
  let mixed: MixedBatch | undefined;
  const next = batchMaker(images, settings, (batch, rng) => {
    const first =
      before === undefined ? { images: batch.images, labelMix: null } : applyPolicy(before, batch, rng.fork('before'));
    mixed = learner.mix({ ...batch, images: first.images }, rng.fork('policy'));
    return first;
  });
  return (place) => {
    const { targets } = next(place);
    const { partners, count } = mixed as MixedBatch;
    const classes = targets.length / count;
    const partnerTargets = targets.slice();
    partners.forEach((partner, image) => {
      partnerTargets.set(targets.subarray(partner * classes, (partner + 1) * classes), image * classes);
    });
    return { mixed: mixed as MixedBatch, targets, partnerTargets };
  };
}
