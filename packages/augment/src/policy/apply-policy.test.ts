import { type AugmentationPolicy, type CambiumError, createRng, type ImageShape } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { ops } from '../registry.js';
import { applyPolicy } from './apply-policy.js';
import { checkPolicy } from './check-policy.js';
import { policySentence } from './policy-sentence.js';

const shape: ImageShape = [12, 10, 3];
const layout = { count: 40, shape };
const bytes = 12 * 10 * 3;

function batch(): Uint8Array {
  const rng = createRng('pixels');
  return Uint8Array.from({ length: layout.count * bytes }, () => rng.int(256));
}

/** Those that need no other image. */
const plain = ops.names.filter((name) => !['mixup', 'cutmix', 'sample-pairing'].includes(name));
const randAugment: AugmentationPolicy = { kind: 'random-subset', ops: plain, count: 2, magnitude: 0.6 };
const augment = (policy: AugmentationPolicy, seed: string | number, images = batch()) =>
  applyPolicy(policy, { ...layout, images }, createRng(seed)).images;
const run = (policy: AugmentationPolicy, seed = 'a') => augment(policy, seed);
const image = (images: Uint8Array, index: number) => images.subarray(index * bytes, (index + 1) * bytes);

describe('applyPolicy', () => {
  it('gives the same pixels for the same seed and leaves its input alone', () => {
    const images = batch();
    const first = augment(randAugment, 'a', images);
    expect(images).toEqual(batch());
    expect(first).toEqual(run(randAugment));
    expect(first).not.toEqual(run(randAugment, 'b'));
  });

  it('draws per image: equal images come out different', () => {
    const images = new Uint8Array(layout.count * bytes);
    for (let i = 0; i < layout.count; i++) images.set(image(batch(), 0), i * bytes);
    const out = augment(randAugment, 'a', images);
    const different = new Set(Array.from({ length: layout.count }, (_, i) => image(out, i).join()));
    expect(different.size).toBeGreaterThan(20);
  });

  it('applies the ops of a sequence in order', () => {
    const solarize = { op: 'solarize', magnitude: 0.5, probability: 1 };
    const posterize = { op: 'posterize', magnitude: 1, probability: 1 };
    const out = run({ kind: 'sequence', steps: [solarize, posterize] });
    const expected = batch().map((level) => (level < 127.5 ? level : 255 - level) & 0xf0);
    expect(out).toEqual(expected);
  });

  it('applies a step with its probability and both signs equally often', () => {
    const count = 4000;
    const images = new Uint8Array(count).fill(100);
    const policy: AugmentationPolicy = {
      kind: 'sequence',
      steps: [{ op: 'brightness', magnitude: 1, probability: 0.25 }],
    };
    const out = applyPolicy(policy, { images, count, shape: [1, 1, 1] }, createRng('chance')).images;
    const counted = (level: number) => out.filter((pixel) => pixel === level).length;
    // Seed fixed. Binomial(4000, p): 5 standard deviations are 137 (p = 1/4) and 105 (p = 1/8); false alarm < 1e-6.
    expect(Math.abs(counted(100) - 3000)).toBeLessThan(137);
    expect(Math.abs(counted(190) - 500)).toBeLessThan(105);
    // In single precision 100 × 0.1 is just above 10 and is cut off to it.
    expect(Math.abs(counted(10) - 500)).toBeLessThan(105);
  });

  it('leaves the images with nothing to do', () => {
    expect(run({ kind: 'random-subset', ops: [], count: 0, magnitude: 1 })).toEqual(batch());
    expect(run({ kind: 'sequence', steps: [{ op: 'rotate', magnitude: 1, probability: 0 }] })).toEqual(batch());
  });

  it('refuses what it cannot apply and says what would be right', () => {
    const bad: AugmentationPolicy = { kind: 'random-subset', ops: ['rotat'], count: 1.5, magnitude: 2 };
    expect(checkPolicy(bad).map(({ path, code }) => [path, code])).toEqual([
      [['ops', 0], 'unknown-op'],
      [['magnitude'], 'bad-range'],
      [['count'], 'bad-range'],
    ]);
    expect(() => run(bad)).toThrow(/ops\[0\]: unknown augmentation op "rotat"; did you mean "rotate"/);
    expect(() => applyPolicy(randAugment, { images: batch(), count: 3, shape }, createRng(0))).toThrow(
      /3 images of 12×10×3/,
    );
    let code = '';
    try {
      applyPolicy(randAugment, { images: new Uint8Array(4), count: 1, shape: [1, 2, 2] }, createRng(0));
    } catch (error) {
      code = (error as CambiumError).code;
    }
    expect(code).toBe('fix-input');
  });
});

describe('policySentence', () => {
  it('says counts, ops and strengths with units', () => {
    expect(policySentence({ kind: 'random-subset', ops: ['rotate', 'posterize'], count: 2, magnitude: 0.3 })).toBe(
      'Each image gets 2 ops drawn at random from 2, at magnitude 0.3 of 1: ' +
        'rotate (rotates by 9° either way), posterize (keeps 7 of 8 bits).',
    );
    const steps = [{ op: 'translate-x', magnitude: 0.5, probability: 0.4 }];
    expect(policySentence({ kind: 'sequence', steps })).toBe(
      'Each image gets translate-x in 40 % of cases (moves left or right by 22.7 % of the width).',
    );
    for (const policy of [
      { kind: 'sequence', steps: [] },
      { kind: 'sequence', steps: [{ op: 'rotate', magnitude: 1, probability: 0 }] },
      { kind: 'random-subset', ops: ['rotate'], count: 0, magnitude: 1 },
    ] as const) {
      expect(policySentence(policy)).toBe('Images are not augmented.');
    }
  });
});
