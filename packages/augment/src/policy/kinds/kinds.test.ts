import { type AugmentationPolicy, createRng, type ImageShape } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { applyPolicy } from '../apply-policy.js';
import { augmentsNothing } from '../augments-nothing.js';
import { checkPolicy } from '../check-policy.js';
import { expectedSteps } from '../expected-steps.js';
import { policyPhases } from '../policy-phases.js';
import { policySentence } from '../policy-sentence.js';

const pixel: ImageShape = [1, 1, 1];
const step = (op: string, probability = 1, magnitude = 1) => ({ op, probability, magnitude });
const sequence = (...steps: ReturnType<typeof step>[]): AugmentationPolicy => ({ kind: 'sequence', steps });
/** Each image is one pixel of this level. */
function levels(policy: AugmentationPolicy, count: number, more: { labels?: number[]; progress?: number } = {}) {
  const images = new Uint8Array(count).fill(100);
  return applyPolicy(policy, { images, count, shape: pixel, ...more }, createRng('levels')).images;
}
const counted = (pixels: Uint8Array, level: number) => pixels.filter((each) => each === level).length;

/** χ² of counts against their expected shares; seeds are fixed, so that a right draw is not refused by chance. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, i) => sum + (count - total * shares[i]!) ** 2 / (total * shares[i]!), 0);
}

describe('random-subset', () => {
  // On a gray pixel of 100 these give levels of their own.
  const names = ['identity', 'invert', 'posterize', 'solarize-add'];
  const results = [100, 155, 96, 210];

  it('draws all ops equally often', () => {
    const out = levels({ kind: 'random-subset', ops: names, count: 1, magnitude: 1 }, 4000);
    const chi = chiSquare(
      results.map((level) => counted(out, level)),
      [0.25, 0.25, 0.25, 0.25],
    );
    // 3 degrees of freedom: above it in 1 of 1,000 seeds.
    expect(chi).toBeLessThan(16.3);
  });

  it('draws 31 magnitudes equally often where they are uniform, by its table', () => {
    const brighter = { kind: 'random-subset', ops: ['brightness'], count: 1, magnitude: 'uniform' } as const;
    const out = levels({ ...brighter, table: 'wide' }, 6000);
    // 100 · (1 ± 0.99 k / 30), cut off, with equal signs; k = 0 is both.
    const expected = new Map<number, number>();
    for (let k = 0; k <= 30; k++) {
      for (const sign of [-1, 1]) {
        const level = Math.floor(Math.fround(100 * Math.fround(1 + (sign * 0.99 * k) / 30)));
        expected.set(level, (expected.get(level) ?? 0) + 1 / 62);
      }
    }
    const seen = new Set(out);
    for (const level of seen) expect([...expected.keys()].some((each) => Math.abs(each - level) <= 1)).toBe(true);
    expect(seen.size).toBeGreaterThan(55);
    expect(Math.max(...out)).toBe(199);
    expect(Math.min(...out)).toBeLessThanOrEqual(1);
  });
});

describe('some-of', () => {
  it('applies each step as often as it says, also where steps compete', () => {
    const policy: AugmentationPolicy = {
      kind: 'some-of',
      steps: [step('solarize-add', 0.5), step('invert', 0.9), step('posterize', 0.2)],
      weights: [0.2, 0.8],
    };
    const out = levels(policy, 20_000);
    const rates = new Map(expectedSteps(policy).map(({ op, rate }) => [op, rate]));
    const rate = (op: string) => rates.get(op) ?? 0;
    const shares = [rate('solarize-add'), rate('invert'), rate('posterize')];
    const none = 1 - shares.reduce((sum, share) => sum + share, 0);
    const counts = [210, 155, 96, 100].map((level) => counted(out, level));
    expect(chiSquare(counts, [...shares, none])).toBeLessThan(16.3);
    // One at most: left out in 0.2 of images, and where no step of the three wants to be.
    expect(none).toBeCloseTo(0.2 + 0.8 * 0.5 * 0.1 * 0.8, 12);
  });

  it('applies every step at its own rate when there is room for all', () => {
    const policy: AugmentationPolicy = {
      kind: 'some-of',
      steps: [step('rotate', 0.3), step('invert', 0.6)],
      weights: [0, 0, 1],
    };
    expect(expectedSteps(policy)).toEqual([
      { op: 'invert', rate: expect.closeTo(0.6, 12), magnitude: expect.closeTo(1, 12), table: 'standard' },
      { op: 'rotate', rate: expect.closeTo(0.3, 12), magnitude: expect.closeTo(1, 12), table: 'standard' },
    ]);
  });
});

it('one-of draws its policies equally often, and says their mean rates', () => {
  const policy: AugmentationPolicy = {
    kind: 'one-of',
    policies: [sequence(step('invert')), sequence(step('posterize', 0.5)), sequence()],
  };
  const out = levels(policy, 6000);
  const counts = [155, 96, 100].map((level) => counted(out, level));
  expect(chiSquare(counts, [1 / 3, 1 / 6, 1 / 2])).toBeLessThan(13.8);
  expect(expectedSteps(policy).map(({ op, rate }) => [op, Number(rate.toFixed(6))])).toEqual([
    ['invert', 0.333333],
    ['posterize', 0.166667],
  ]);
});

it('chain goes through its policies in order', () => {
  const policy: AugmentationPolicy = {
    kind: 'chain',
    policies: [sequence(step('solarize-add')), sequence(step('invert'))],
  };
  expect([...levels(policy, 2)]).toEqual([45, 45]);
});

describe('augmix', () => {
  const augmix = { kind: 'augmix', ops: ['invert'], width: 3, depth: 1, magnitude: 0.5, alpha: 1 } as const;

  it('mixes the image with its chains: all levels between the two, evenly for α = 1', () => {
    // The chains all give 155, so the weights between them do not matter: 100 + 55 · Beta(1, 1).
    const out = levels(augmix, 4000);
    expect(Math.min(...out)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...out)).toBeLessThanOrEqual(155);
    const mean = out.reduce((sum, level) => sum + level, 0) / out.length;
    expect(Math.abs(mean - 127.5)).toBeLessThan((5 * 55) / Math.sqrt(12 * 4000));
  });

  it('draws 1 to 3 ops a chain when no depth is given', () => {
    // An even number of inversions is the image itself: one chain of 2 in a third of cases.
    const out = levels({ ...augmix, width: 1, depth: null }, 3000);
    const untouched = counted(out, 100);
    expect(Math.abs(untouched - 1000 - 18)).toBeLessThan(5 * Math.sqrt((3000 * 2) / 9));
    expect(expectedSteps({ ...augmix, depth: null })).toEqual([
      { op: 'invert', rate: 6, magnitude: 0.25, table: 'standard' },
    ]);
  });
});

it('per-class goes by labels', () => {
  const policy: AugmentationPolicy = {
    kind: 'per-class',
    classes: { 1: sequence(step('invert')) },
    otherwise: sequence(step('posterize')),
  };
  expect([...levels(policy, 3, { labels: [0, 1, 2] })]).toEqual([96, 155, 96]);
  expect([...levels(policy, 1)]).toEqual([96]);
});

it('schedule goes by how much of the training is over', () => {
  const policy: AugmentationPolicy = {
    kind: 'schedule',
    phases: [
      { from: 0, policy: sequence() },
      { from: 0.25, policy: sequence(step('invert')) },
      { from: 0.75, policy: sequence(step('posterize')) },
    ],
  };
  const at = (progress: number) => levels(policy, 1, { progress })[0];
  expect([0, 0.2, 0.25, 0.7, 0.75, 1].map(at)).toEqual([100, 100, 155, 155, 96, 96]);
  expect(expectedSteps(policy).map(({ op, rate }) => [op, rate])).toEqual([
    ['invert', 0.5],
    ['posterize', 0.25],
  ]);
  expect(expectedSteps(policy, 0.8).map(({ op, rate }) => [op, rate])).toEqual([['posterize', 1]]);
  const based: AugmentationPolicy = { kind: 'chain', policies: [sequence(step('flip', 0.5)), policy] };
  expect(policyPhases(based).map(({ from, ops }) => [from, ...ops.map(({ op, rate }) => `${op} ${rate}`)])).toEqual([
    [0, 'flip 0.5'],
    [0.25, 'invert 1', 'flip 0.5'],
    [0.75, 'posterize 1', 'flip 0.5'],
  ]);
});

describe('ops that take from another image', () => {
  const images = Uint8Array.from([0, 0, 200, 200, 100, 100]);
  const apply = (op: string, magnitude: number) =>
    applyPolicy(sequence(step(op, 1, magnitude)), { images, count: 3, shape: [1, 2, 1] }, createRng(4));

  it('mixup mixes images and labels by one share', () => {
    const { images: out, labelMix } = apply('mixup', 1);
    if (labelMix === null) throw new Error('no label was mixed');
    for (const [image, share] of labelMix.shares.entries()) {
      expect(share).toBeLessThan(0.5);
      const own = images[2 * image]!;
      const other = images[2 * labelMix.partners[image]!]!;
      expect(Math.abs(out[2 * image]! - ((1 - share) * own + share * other))).toBeLessThanOrEqual(0.5);
    }
    expect(new Set(labelMix.partners).size).toBe(3);
  });

  it('sample pairing keeps the label', () => {
    expect(apply('sample-pairing', 1).labelMix).toBeNull();
    expect(apply('sample-pairing', 1).images).not.toEqual(images);
  });

  it('cutmix mixes the label by the area it took', () => {
    const shape: ImageShape = [20, 30, 3];
    const size = 20 * 30 * 3;
    const batch = Uint8Array.from({ length: 12 * size }, (_, i) => 20 * Math.floor(i / size));
    const { images: out, labelMix } = applyPolicy(
      sequence(step('cutmix')),
      { images: batch, count: 12, shape },
      createRng('area'),
    );
    for (let image = 0; image < 12; image++) {
      const taken = out.subarray(image * size, (image + 1) * size).filter((level) => level !== 20 * image).length;
      expect(taken / size).toBeCloseTo(labelMix?.shares[image] ?? 0, 6);
    }
  });
});

describe('nested policies', () => {
  const inner: AugmentationPolicy = {
    kind: 'schedule',
    phases: [
      { from: 0.1, policy: sequence(step('flipp')) },
      { from: 0.1, policy: { kind: 'one-of', policies: [] } },
    ],
  };

  it('are checked all through, with paths', () => {
    const policy: AugmentationPolicy = {
      kind: 'per-class',
      classes: { cat: { kind: 'chain', policies: [inner] } },
      otherwise: { kind: 'some-of', steps: [], weights: [] },
    };
    expect(checkPolicy(policy).map(({ path }) => path.join('.'))).toEqual([
      'classes.cat',
      'classes.cat.policies.0.phases.0.from',
      'classes.cat.policies.0.phases.0.policy.steps.0.op',
      'classes.cat.policies.0.phases.1.from',
      'classes.cat.policies.0.phases.1.policy.policies',
      'otherwise.weights',
    ]);
    const mix = { kind: 'augmix', ops: [], width: 1, depth: 0, magnitude: 2, alpha: 0 } as const;
    expect(checkPolicy(mix).map(({ path }) => path.join('.'))).toEqual(['ops', 'depth', 'magnitude', 'alpha']);
  });

  it('do nothing when no part of them does', () => {
    const nothing: AugmentationPolicy[] = [
      { kind: 'chain', policies: [] },
      { kind: 'one-of', policies: [sequence(), { kind: 'random-subset', ops: [], count: 0, magnitude: 0 }] },
      { kind: 'some-of', steps: [step('flip')], weights: [1] },
      { kind: 'schedule', phases: [{ from: 0, policy: sequence(step('flip', 0)) }] },
      { kind: 'per-class', classes: { 3: sequence() }, otherwise: sequence() },
      { kind: 'augmix', ops: ['flip'], width: 0, depth: 1, magnitude: 1, alpha: 1 },
    ];
    for (const policy of nothing) {
      expect(augmentsNothing(policy)).toBe(true);
      expect(policySentence(policy)).toBe('Images are not augmented.');
      expect([...levels(policy, 2)]).toEqual([100, 100]);
    }
  });

  it('are told in words', () => {
    const policy: AugmentationPolicy = {
      kind: 'schedule',
      phases: [
        { from: 0, policy: sequence() },
        {
          from: 0.5,
          policy: { kind: 'one-of', policies: [sequence(step('flip', 0.5)), sequence(step('rotate', 1, 0.1))] },
        },
      ],
    };
    expect(policySentence(policy)).toBe(
      'Each image gets from 0 % of the training: nothing; from 50 % of the training: one of 2, drawn at random: ' +
        '(1) flip in 50 % of cases (mirrors left and right); (2) rotate (rotates by 3° either way).',
    );
    expect(policySentence({ kind: 'some-of', steps: [step('invert', 0.3)], weights: [2, 3, 5] })).toBe(
      'Each image gets as many as drawn (0 in 20 %, 1 in 30 %, 2 in 50 % of cases), in random order, of: ' +
        'invert in 30 % of cases (inverts all levels).',
    );
  });
});
