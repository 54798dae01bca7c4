import { type AugmentedBatch, applyPolicy, type ImageBatch, type LabelMix } from '@cambium/augment';
import { type AugmentationPolicy, createRng, type Rng } from '@cambium/core';
import type { Batch, BatchPlace, BatchSettings } from './batch-source.js';
import { imageSize, type LabelledImages } from './labelled-images.js';
import { mixup } from './mixup.js';
import { normalizer } from './normalization.js';

/** What becomes of a batch's images before they are normalised. */
export type BatchAugmentation = (batch: ImageBatch, rng: Rng) => AugmentedBatch;

/**
 * Batches as a function of their place in training: the order of an epoch, augmentation and mixup are each drawn from
 * their own fork of the seed, so any batch can be made at any time, anywhere, and comes out the same. `augment` takes the
 * place of the settings' augmentation.
 */
export function batchMaker(
  data: LabelledImages,
  settings: BatchSettings,
  augment: BatchAugmentation = augmentationOf(settings.augmentation),
): (place: BatchPlace) => Batch {
  const { shape, batchSize } = settings;
  const rng = createRng(settings.seed);
  const normalize = normalizer(settings.normalization);
  const size = imageSize(shape);
  let order: { readonly epoch: number; readonly indices: readonly number[] } | undefined;
  return ({ epoch, index }) => {
    if (order?.epoch !== epoch) {
      const all = Array.from(data.labels, (_, i) => i);
      order = { epoch, indices: rng.fork(`order/${epoch}`).shuffle(all) };
    }
    const chosen = order.indices.slice(index * batchSize, (index + 1) * batchSize);
    const draw = rng.fork(`batch/${epoch}/${index}`);
    const images = new Uint8Array(chosen.length * size);
    chosen.forEach((from, to) => images.set(data.images.subarray(from * size, (from + 1) * size), to * size));
    const labels = chosen.map((from) => data.labels[from] as number);
    const count = chosen.length;
    const progress = epoch / settings.scheduleEpochs;
    const augmented = augment({ images, count, shape, labels, progress }, draw.fork('augmentation'));
    const targets = smoothTargets(labels, settings);
    if (augmented.labelMix !== null) mixTargets(targets, augmented.labelMix);
    const batch = { count, images: normalize(augmented.images), targets };
    if (settings.mixup > 0) mixup(batch, settings.mixup, draw.fork('mixup'));
    return batch;
  };
}

function augmentationOf(policy: AugmentationPolicy | null): BatchAugmentation {
  if (policy === null) return ({ images }) => ({ images, labelMix: null });
  return (batch, rng) => applyPolicy(policy, batch, rng);
}

/** (1 − ε) · one-hot + ε / classes. */
function smoothTargets(
  labels: readonly number[],
  { classes, labelSmoothing }: Pick<BatchSettings, 'classes' | 'labelSmoothing'>,
): Float32Array {
  const targets = new Float32Array(labels.length * classes).fill(labelSmoothing / classes);
  labels.forEach((label, i) => {
    targets[i * classes + label]! += 1 - labelSmoothing;
  });
  return targets;
}

/** Of each image, a share of the target becomes its partner's. Changes the targets in place. */
function mixTargets(targets: Float32Array, { partners, shares }: LabelMix): void {
  const before = targets.slice();
  const classes = targets.length / shares.length;
  for (const [image, share] of shares.entries()) {
    const [own, other] = [image * classes, partners[image]! * classes];
    for (let c = 0; c < classes; c++) targets[own + c] = (1 - share) * before[own + c]! + share * before[other + c]!;
  }
}
