import { type AugmentationPolicy, CambiumError, formatPath, type ImageShape, type Rng } from '@cambium/core';
import { copyImage } from '../kernels/copy-image.js';
import type { ImageView } from '../op-spec.js';
import { checkPolicy } from './check-policy.js';
import { type PolicySteps, policySteps } from './policy-steps.js';

/** How a buffer of images is laid out: `count` images of height × width × channels bytes, one after the other. */
export interface BatchLayout {
  readonly count: number;
  readonly shape: ImageShape;
}

function assertApplicable(images: Uint8Array, { count, shape }: BatchLayout, policy: AugmentationPolicy): void {
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

/** Runs one image through its steps; the pixels end up in `result`. `spare` is scratch of the same shape. */
function augmentImage(source: ImageView, [result, spare]: readonly [ImageView, ImageView], draw: DrawContext): void {
  const { steps, shape, rng } = draw;
  let current = source;
  for (let index = 0; index < steps.length; index++) {
    const step = steps.draw(index, rng);
    if (step === undefined) continue;
    const { op, magnitude } = step;
    const level = op.signed && rng.next() < 0.5 ? -magnitude : magnitude;
    const target = current === result ? spare : result;
    op.apply(current, target, op.valueAt(level, shape));
    current = target;
  }
  if (current !== result) copyImage(current, result);
}

interface DrawContext {
  readonly steps: PolicySteps;
  readonly shape: ImageShape;
  readonly rng: Rng;
}

/**
 * Augments a batch and returns it as a new buffer; `images` stays as it is. Every image draws its own ops and signs
 * from `rng`, in order, so the same generator state gives the same pixels on every machine.
 * @throws CambiumError `fix-input` when the buffer does not have the layout's size or the policy is wrong.
 */
export function applyPolicy(images: Uint8Array, layout: BatchLayout, policy: AugmentationPolicy, rng: Rng): Uint8Array {
  assertApplicable(images, layout, policy);
  const [height, width, channels] = layout.shape;
  const bytes = height * width * channels;
  const output = new Uint8Array(images.length);
  const view = (data: Uint8Array): ImageView => ({ data, offset: 0, height, width, channels });
  const source = view(images);
  const result = view(output);
  const spare = view(new Uint8Array(bytes));
  const draw = { steps: policySteps(policy), shape: layout.shape, rng };
  for (let image = 0; image < layout.count; image++) {
    source.offset = image * bytes;
    result.offset = image * bytes;
    augmentImage(source, [result, spare], draw);
  }
  return output;
}
