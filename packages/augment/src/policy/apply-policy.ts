import { type AugmentationPolicy, CambiumError, formatPath, type ImageShape, type Rng } from '@cambium/core';
import { checkPolicy } from './check-policy.js';
import { imageRunner } from './image-runner.js';
import type { PolicyPlan } from './policy-kind.js';
import { kindOf } from './policy-kinds.js';

/** Images of height × width × channels bytes, one after the other, and what a policy may go by beside the pixels. */
export interface ImageBatch {
  readonly images: Uint8Array;
  readonly count: number;
  readonly shape: ImageShape;
  /** The images' classes, one per image. Without them no policy of a single class applies. */
  readonly labels?: ArrayLike<number>;
  /** Share of the training that is over, in [0, 1]; 0 if left out. */
  readonly progress?: number;
}

export interface AugmentedBatch {
  readonly images: Uint8Array;
  /** Where ops mixed labels: of image i, `shares[i]` of the label is that of image `partners[i]`; null where no op did. */
  readonly labelMix: LabelMix | null;
}

export interface LabelMix {
  readonly partners: Int32Array;
  /** In [0, 1). */
  readonly shares: Float32Array;
}

/**
 * Augments a batch in one pass; its own images stay as they are. Every image draws its own ops and signs from `rng`, in
 * order, so the same generator state gives the same pixels on every machine. What an image is mixed with lies at one
 * distance in the batch, drawn once.
 * @throws CambiumError `fix-input` when the buffer does not have the batch's size or the policy is wrong.
 */
export function applyPolicy(policy: AugmentationPolicy, batch: ImageBatch, rng: Rng): AugmentedBatch {
  assertApplicable(policy, batch);
  const plan = planOf(policy);
  return augment(batch, rng, () => plan);
}

/**
 * As {@link applyPolicy}, with a policy of its own for each image.
 * @throws CambiumError `fix-input` as that one does.
 */
export function applyPolicies(policies: readonly AugmentationPolicy[], batch: ImageBatch, rng: Rng): AugmentedBatch {
  for (const policy of policies) assertApplicable(policy, batch);
  const plans = policies.map(planOf);
  return augment(batch, rng, (image) => plans[image] as PolicyPlan);
}

function augment(batch: ImageBatch, rng: Rng, planFor: (image: number) => PolicyPlan): AugmentedBatch {
  const { images, count, shape, labels, progress = 0 } = batch;
  const output = new Uint8Array(images.length);
  const run = imageRunner({ images, output, shape }, rng, progress);
  const distance = count > 1 ? 1 + rng.int(count - 1) : 0;
  const partners = Int32Array.from({ length: count }, (_, image) => (image + distance) % count);
  const shares = new Float32Array(count);
  for (let image = 0; image < count; image++) {
    run.start(image, partners[image]!, labels?.[image] ?? -1);
    planFor(image)(run);
    shares[image] = run.finish();
  }
  return { images: output, labelMix: shares.some((share) => share > 0) ? { partners, shares } : null };
}

function planOf(policy: AugmentationPolicy): PolicyPlan {
  return kindOf(policy).plan(policy, planOf);
}

function assertApplicable(policy: AugmentationPolicy, { images, count, shape }: ImageBatch): void {
  const [height, width, channels] = shape;
  if (channels !== 1 && channels !== 3) {
    throw new CambiumError('fix-input', `augmentation takes images of 1 or 3 channels, not ${channels}`);
  }
  const bytes = count * height * width * channels;
  if (images.length !== bytes) {
    throw new CambiumError(
      'fix-input',
      `${count} images of ${shape.join('×')} are ${bytes} bytes, but the buffer has ${images.length}`,
    );
  }
  const issues = checkPolicy(policy);
  if (issues.length === 0) return;
  const details = issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`).join('; ');
  throw new CambiumError('fix-input', `the augmentation policy can't be applied: ${details}`, { issues });
}
