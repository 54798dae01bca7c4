import { type BranchName, branchNames, createRng, type Rng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { constrainSpace } from './constrain-space.js';
import { requireSpace } from './require-space.js';
import { restrictSpace } from './restrict-space.js';

const joint = requireSpace({
  hp: {
    optimizer: { type: 'categorical', choices: ['sgd', 'adam'] },
    momentum: { type: 'float', low: 0, high: 0.9, when: { optimizer: 'sgd' } },
  },
  arch: { dialect: 'cnn-chain', maxStages: 3 },
  aug: { dialect: 'randaugment' },
  train: { dialect: 'procedure' },
});
/** Every other point of the space is refused, and what counts lies in several branches. */
const ruled = constrainSpace(joint, (params) => joint.canonicalKey(params).length % 2 === 0);
const someBranches = fc.subarray([...branchNames], { minLength: 1 });

const onSlices = (check: (branches: readonly BranchName[], rng: Rng) => void) =>
  fc.assert(
    fc.property(someBranches, fc.integer({ min: 0, max: 1e6 }), (branches, seed) => check(branches, createRng(seed))),
    { numRuns: 100, seed: 7 },
  );

describe('a slice of a space', () => {
  it('completes its points to points of the whole, with the base in the fixed branches', () => {
    onSlices((branches, rng) => {
      const base = joint.sample(rng);
      const slice = restrictSpace(joint, branches, base);
      const [a, b] = [slice.sample(rng), slice.sample(rng)];
      for (const part of [a, b, slice.mutate(a, rng), slice.crossover(a, b, rng), slice.repair({}, rng)]) {
        expect(slice.validate(part)).toEqual([]);
        const whole = slice.complete(part);
        expect(joint.validate(whole)).toEqual([]);
        expect(slice.part(whole)).toEqual(part);
        expect(slice.contains(whole)).toBe(true);
        const fixed = joint.parameters.filter(({ branch }) => !branches.includes(branch));
        expect(fixed.map(({ name }) => whole[name])).toEqual(fixed.map(({ name }) => base[name]));
      }
      expect(slice.complete(slice.part(base))).toEqual(base);
    });
  });

  it('encodes and activates what is free as the whole does', () => {
    onSlices((branches, rng) => {
      const slice = restrictSpace(joint, branches, joint.sample(rng));
      const part = slice.sample(rng);
      const whole = joint.encode(slice.complete(part));
      const free = joint.parameters.flatMap(({ branch }, i) => (branches.includes(branch) ? [whole[i]] : []));
      expect([...slice.encode(part)]).toEqual(free);
      expect(slice.active(part)).toEqual(
        joint.active(slice.complete(part)).filter(({ branch }) => branches.includes(branch)),
      );
    });
  });

  it('tells designs apart as the whole does, and mutates to another one where it has any', () => {
    onSlices((branches, rng) => {
      const slice = restrictSpace(joint, branches, joint.sample(rng));
      const part = slice.sample(rng);
      const mutant = slice.mutate(part, rng);
      const key = (each: typeof part) => joint.canonicalKey(slice.complete(each));
      expect(slice.canonicalKey(mutant) === slice.canonicalKey(part)).toBe(key(mutant) === key(part));
      expect(mutant).not.toEqual(part);
    });
  });

  it('keeps the constraints of the whole', () => {
    onSlices((branches, rng) => {
      const slice = restrictSpace(ruled, branches, ruled.sample(rng));
      const part = slice.sample(rng);
      expect(slice.isFeasible(part)).toBe(ruled.isFeasible(slice.complete(part)));
      expect(slice.isFeasible(part)).toBe(true);
    });
  });

  it('does not contain a point with another value in a fixed branch', () => {
    onSlices((branches, rng) => {
      const base = joint.sample(rng);
      const others = branchNames.filter((branch) => !branches.includes(branch));
      if (others.length === 0) return;
      const moved = restrictSpace(joint, others, base);
      const elsewhere = moved.complete(moved.mutate(moved.part(base), rng));
      expect(restrictSpace(joint, branches, base).contains(elsewhere)).toBe(false);
    });
  });
});
