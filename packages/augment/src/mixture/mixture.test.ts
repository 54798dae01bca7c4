import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import type { PolicySpace } from '../relaxed/policy-space.js';
import { deriveMixture, mixtureEntropy, mixtureRates } from './derive-mixture.js';
import { mixBatch } from './mix-batch.js';
import { mixtureGradient } from './mixture-gradient.js';
import { clampMixture, type MixturePoint, mixtureLayout, startMixture } from './mixture-layout.js';

const spaceOf = (change: Partial<PolicySpace> = {}): PolicySpace => ({
  ops: ['rotate', 'invert', 'cutmix', 'brightness'],
  subPolicies: 2,
  depth: 1,
  learnsProbabilities: true,
  learnsMagnitudes: true,
  ...change,
});
const shape = [6, 6, 1] as const;
const bytes = 36;
const count = 6;
const pixelRng = createRng('pixels');
const images = Uint8Array.from({ length: count * bytes }, () => pixelRng.int(256));
const batch = { images, count, shape };
const startOf = (space: PolicySpace, temperature = 0.5): MixturePoint => ({
  values: startMixture(space, createRng('start')),
  temperature,
});
const mixed = (space: PolicySpace, at: MixturePoint) => mixBatch(space, at, batch, createRng('batch'));

/** A loss that is linear in each pixel and in each label's share. */
const slopeRng = createRng('slopes');
const slopes = {
  pixels: Float64Array.from({ length: count * bytes }, () => slopeRng.normal() / 255),
  shares: Float64Array.from({ length: count }, () => slopeRng.normal()),
};
function lossAt(space: PolicySpace, at: MixturePoint): number {
  const { pixels, shares } = mixed(space, at);
  const sum = (values: ArrayLike<number>, by: Float64Array) =>
    by.reduce((total, slope, i) => total + slope * (values[i] as number), 0);
  return sum(pixels, slopes.pixels) + sum(shares, slopes.shares);
}

/** Sets every weight of the op so that the softmax gives it all. */
function settledOn(space: PolicySpace, op: string, values: { probability: number; magnitude: number }): MixturePoint {
  const { count: places, size } = mixtureLayout(space);
  const at = new Float64Array(size).fill(values.probability, places).fill(values.magnitude, 2 * places);
  for (let i = 0; i < places; i++) at[i] = space.ops[i % space.ops.length] === op ? 1 : 0;
  return { values: at, temperature: 0.001 };
}

describe('mixBatch', () => {
  it('is the op where a step has settled on one that happens, and the image as it was where none does', () => {
    const space = spaceOf();
    const inverted = mixed(space, settledOn(space, 'invert', { probability: 0.99, magnitude: 0.5 }));
    const changed = [...inverted.pixels].filter((level, i) => Math.abs(level - (255 - images[i]!)) < 0.01);
    expect(changed).toHaveLength(images.length);
    const kept = mixed(space, settledOn(space, 'invert', { probability: 0.01, magnitude: 0.5 }));
    kept.pixels.forEach((level, i) => expect(level).toBeCloseTo(images[i]!, 2));
    expect([...kept.shares]).toEqual(kept.partners.length === count ? new Array(count).fill(0) : []);
  });

  it('lies between what the ops make and the image, and mixes labels as far as pixels', () => {
    const space = spaceOf({ ops: ['cutmix', 'identity'], learnsProbabilities: false });
    const { shares, draws } = mixed(space, startOf(space, 5));
    expect(shares.some((share) => share > 0)).toBe(true);
    shares.forEach((share, image) => expect(share).toBeLessThanOrEqual(draws.mixed[2 * image]!));
    expect([...draws.chances]).toEqual(new Array(2 * count).fill(1));
  });

  it('gives every image its own draws, the same from the same seed', () => {
    const space = spaceOf({ depth: 2 });
    const at = startOf(space);
    expect(mixed(space, at)).toEqual(mixed(space, at));
    expect(mixBatch(space, at, batch, createRng(2)).pixels).not.toEqual(mixed(space, at).pixels);
    expect(new Set(mixed(space, at).draws.subPolicies).size).toBe(2);
  });
});

describe('mixtureGradient', () => {
  const slopeAt = (space: PolicySpace, at: MixturePoint, i: number) => {
    const moved = (by: number) => ({ ...at, values: at.values.map((value, j) => value + (i === j ? by : 0)) });
    return (lossAt(space, moved(1e-3)) - lossAt(space, moved(-1e-3))) / 2e-3;
  };

  it.each([
    ['one step', spaceOf(), 'all'],
    // What an earlier step does goes through the later one's ops, which is not differentiated.
    ['the last of three steps', spaceOf({ depth: 3 }), 'last'],
    ['steps that always happen', spaceOf({ learnsProbabilities: false, learnsMagnitudes: false }), 'all'],
  ])('is exact by the weights and probabilities of %s', (_, space, which) => {
    const at = startOf(space);
    const gradient = mixtureGradient(space, at, { batch: mixed(space, at), slopes });
    const { count: places } = mixtureLayout(space);
    const lastStep = (place: number) =>
      Math.floor((place % places) / space.ops.length) % space.depth === space.depth - 1;
    let checked = 0;
    for (let i = 0; i < 2 * places; i++) {
      if (which === 'last' && !lastStep(i)) continue;
      checked++;
      expect(Math.abs(gradient[i]! - slopeAt(space, at, i))).toBeLessThan(1e-3);
    }
    expect(checked).toBeGreaterThan(15);
    expect(gradient.some((value) => Math.abs(value) > 0.1)).toBe(true);
  });

  it('is exact by an earlier step where the later one’s ops do not happen', () => {
    const space = spaceOf({ ops: ['rotate', 'invert'], depth: 2 });
    const at = startOf(space, 0.1);
    const { count: places, place } = mixtureLayout(space);
    for (const subPolicy of [0, 1])
      at.values.fill(0.01, places + place(subPolicy, 1), places + place(subPolicy, 1) + 2);
    const gradient = mixtureGradient(space, at, { batch: mixed(space, at), slopes });
    const earlier = [0, 1].flatMap((subPolicy) => [0, 1].map((op) => place(subPolicy, 0) + op));
    for (const i of earlier) {
      expect(Math.abs(gradient[i]! - slopeAt(space, at, i))).toBeLessThan(1e-3 * Math.max(1, Math.abs(gradient[i]!)));
    }
    expect(earlier.some((i) => Math.abs(gradient[i]!) > 0.1)).toBe(true);
  });

  it('gives a magnitude the sum of the levels’ derivatives, as far as its op has a part', () => {
    const space = spaceOf({ ops: ['brightness'], subPolicies: 1, learnsProbabilities: false });
    const at = startOf(space);
    const [, , magnitude] = mixtureGradient(space, at, { batch: mixed(space, at), slopes });
    expect(magnitude).toBeCloseTo(255 * slopes.pixels.reduce((sum, slope) => sum + slope, 0), 9);
    const fixed = { ...space, learnsMagnitudes: false };
    expect(mixtureGradient(fixed, at, { batch: mixed(fixed, at), slopes })[2]).toBe(0);
  });
});

describe('what is derived of a mixture', () => {
  const space = spaceOf({ depth: 2, subPolicies: 3 });

  it('is each step’s heaviest op, or one that is drawn, with the probability and magnitude learnt for it', () => {
    const at = startOf(space, 0.05);
    const { count: places, place } = mixtureLayout(space);
    const likeliest = deriveMixture(space, at);
    expect(likeliest).toHaveLength(3);
    likeliest.forEach(({ steps }, subPolicy) => {
      steps.forEach(({ op, probability, magnitude }, step) => {
        const from = place(subPolicy, step);
        const weights = at.values.slice(from, from + 4);
        const index = weights.indexOf(Math.max(...weights));
        expect([op, probability, magnitude]).toEqual([
          space.ops[index],
          at.values[places + from + index],
          at.values[2 * places + from + index],
        ]);
      });
    });
    const drawn = Array.from({ length: 20 }, (_, i) => deriveMixture(space, at, createRng(i)));
    expect(new Set(drawn.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
    expect(likeliest.every(({ weight }, i) => drawn.every((each) => each[i]!.weight <= weight))).toBe(true);
  });

  it('tells how undecided the steps are, and how often each op comes', () => {
    const even = { values: new Float64Array(mixtureLayout(space).size).fill(0.5), temperature: 0.05 };
    expect(mixtureEntropy(space, even)).toBeCloseTo(Math.log(4), 12);
    Object.values(mixtureRates(space, even)).forEach((rate) => expect(rate).toBeCloseTo((2 * 0.5) / 4, 12));
    const settled = settledOn(space, 'rotate', { probability: 0.25, magnitude: 1 });
    expect(mixtureEntropy(space, settled)).toBeCloseTo(0, 9);
    expect(mixtureRates(space, settled)['rotate']).toBeCloseTo(0.5, 9);
  });

  it('stays in range', () => {
    const { count: places } = mixtureLayout(space);
    const values = startMixture(space, createRng(1)).map((_, i) => (i % 2 === 0 ? 5 : -5));
    clampMixture(space, values);
    expect(Array.from(values.slice(0, 2))).toEqual([5, -5]);
    expect(Array.from(values.slice(places, places + 2))).toEqual([0.99, 0.01]);
    expect(Array.from(values.slice(2 * places, 2 * places + 2))).toEqual([1, 0]);
  });
});
