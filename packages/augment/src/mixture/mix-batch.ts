import type { Rng } from '@cambium/core';
import type { ImageView } from '../op-spec.js';
import type { ImageBatch } from '../policy/apply-policy.js';
import { ops } from '../registry.js';
import type { PolicySpace } from '../relaxed/policy-space.js';
import { type MixturePoint, mixtureLayout, opWeights } from './mixture-layout.js';
import { relaxedChance } from './relaxed-chance.js';

/** A batch as a mixture policy made it, with what its gradient needs. */
export interface MixedBatch {
  readonly count: number;
  /** Levels in [0, 255], not rounded; laid out as the batch's bytes. */
  readonly pixels: Float32Array;
  /** Of image i, `shares[i]` of the label is that of image `partners[i]`. */
  readonly partners: Int32Array;
  /** In [0, 1). */
  readonly shares: Float32Array;
  readonly draws: MixtureDraws;
}

export interface MixtureDraws {
  /** Of each image. */
  readonly subPolicies: Int32Array;
  /** By image and step: the image before it. */
  readonly inputs: Float32Array;
  /** By image, step and op: the bytes that it made of that. */
  readonly outputs: Uint8Array;
  /** By image, step and op: how far it happened, in (0, 1]. */
  readonly chances: Float64Array;
  /** By image, step and op: the share of the partner's label in what it made. */
  readonly mixed: Float64Array;
}

/**
 * Gives each image one of the sub-policies, all equally likely. A step adds up what all ops make of the image, each as far as it
 * happens: x + Σ w · b · (op(x) − x), with the softmax w of the step's weights and a relaxed Bernoulli draw b of each op's
 * probability (Hataya et al. 2020, section 3). Ops see the image in whole levels.
 */
export function mixBatch(space: PolicySpace, at: MixturePoint, batch: ImageBatch, rng: Rng): MixedBatch {
  const { images, count, shape } = batch;
  const [height, width, channels] = shape;
  const bytes = height * width * channels;
  const view = (data: Uint8Array, offset = 0): ImageView => ({ data, offset, height, width, channels });
  const { depth, subPolicies } = space;
  const layout = mixtureLayout(space);
  const specs = space.ops.map((name) => ops.get(name));
  const steps = count * depth;
  const distance = count > 1 ? 1 + rng.int(count - 1) : 0;
  const partners = Int32Array.from({ length: count }, (_, image) => (image + distance) % count);
  const shares = new Float32Array(count);
  const pixels = Float32Array.from(images);
  const draws: MixtureDraws = {
    subPolicies: Int32Array.from({ length: count }, () => rng.int(subPolicies)),
    inputs: new Float32Array(steps * bytes),
    outputs: new Uint8Array(steps * specs.length * bytes),
    chances: new Float64Array(steps * specs.length),
    mixed: new Float64Array(steps * specs.length),
  };
  const weights = Array.from({ length: subPolicies * depth }, (_, i) =>
    opWeights(space, at, { subPolicy: Math.floor(i / depth), step: i % depth }),
  );
  const source = view(new Uint8Array(bytes));

  function applyOp(
    op: number,
    place: number,
    { cell, partner }: { readonly cell: number; readonly partner: ImageView },
  ) {
    const spec = specs[op]!;
    const probability = at.values[layout.count + place] as number;
    draws.chances[cell] = space.learnsProbabilities ? relaxedChance(probability, at.temperature, rng) : 1;
    const magnitude = space.learnsMagnitudes ? (at.values[2 * layout.count + place] as number) : 1;
    const level = spec.signed && rng.next() < 0.5 ? -magnitude : magnitude;
    const target = view(draws.outputs, cell * bytes);
    const value = spec.valueAt(level, shape, 'standard');
    draws.mixed[cell] = spec.apply(source, target, value, { rng, partner }) ?? 0;
  }

  for (let image = 0; image < count; image++) {
    const partner = view(images, partners[image]! * bytes);
    const current = pixels.subarray(image * bytes, (image + 1) * bytes);
    for (let step = 0; step < depth; step++) {
      const row = image * depth + step;
      const input = draws.inputs.subarray(row * bytes, (row + 1) * bytes);
      input.set(current);
      // Bytes round down by themselves.
      for (let i = 0; i < bytes; i++) source.data[i] = input[i]! + 0.5;
      const subPolicy = draws.subPolicies[image]!;
      let mixed = 0;
      for (let op = 0; op < specs.length; op++) {
        const cell = row * specs.length + op;
        applyOp(op, layout.place(subPolicy, step) + op, { cell, partner });
        const part = weights[subPolicy * depth + step]![op]! * draws.chances[cell]!;
        mixed += part * draws.mixed[cell]!;
        for (let i = 0; i < bytes; i++) current[i]! += part * (draws.outputs[cell * bytes + i]! - input[i]!);
      }
      shares[image]! += (1 - shares[image]!) * mixed;
    }
  }
  return { count, pixels, partners, shares, draws };
}
