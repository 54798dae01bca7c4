import { createRng, type JsonObject, type Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { compileSpace } from '../compile-space.js';
import { requireSpace } from '../require-space.js';

const images = { inputShape: [8, 8, 3], classes: 4 } as const;

function policies(aug: JsonObject) {
  const space = requireSpace({ aug, hp: { other: { type: 'categorical', choices: [1, 2] } } });
  const decode = (params: Params) => space.decode({ 'hp.other': 1, ...params }, images).aug;
  return { space, decode, names: space.parameters.map(({ name }) => name).filter((name) => name !== 'hp.other') };
}

function issuesOf(aug: JsonObject) {
  const result = compileSpace({ aug });
  return result.kind === 'refused' ? result.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) : [];
}

describe('autoaugment', () => {
  it('has 5 × 2 steps of 16 ops, 11 probabilities and 10 magnitudes: 2.9e32 policies', () => {
    const { space, names } = policies({ dialect: 'autoaugment' });
    expect(names).toHaveLength(30);
    const sizes = space.parameters.flatMap(({ name, domain }) =>
      'choices' in domain && name !== 'hp.other' ? [domain.choices.length] : [],
    );
    expect(sizes.reduce((digits, size) => digits + Math.log10(size), 0)).toBeCloseTo(Math.log10(2.85e32), 3);
  });

  it('decodes to sub-policies, and equal ones have equal keys', () => {
    const { space, decode } = policies({ dialect: 'autoaugment', subPolicies: 2, depth: 1 });
    const rotate = { 'aug.0.0.op': 'rotate', 'aug.0.0.probability': 0.3, 'aug.0.0.magnitude': 1 };
    const equalize = { 'aug.1.0.op': 'equalize', 'aug.1.0.probability': 1, 'aug.1.0.magnitude': 0 };
    expect(decode({ ...rotate, ...equalize })).toEqual({
      kind: 'one-of',
      policies: [
        { kind: 'sequence', steps: [{ op: 'rotate', probability: 0.3, magnitude: 1 }] },
        { kind: 'sequence', steps: [{ op: 'equalize', probability: 1, magnitude: 0 }] },
      ],
    });
    const key = (params: Params) => space.canonicalKey({ 'hp.other': 1, ...params });
    // Equalize has no strength, and the order of sub-policies does not matter.
    expect(key({ ...rotate, ...equalize, 'aug.1.0.magnitude': 1 })).toBe(key({ ...rotate, ...equalize }));
    const swapped = { 'aug.1.0.op': 'rotate', 'aug.1.0.probability': 0.3, 'aug.1.0.magnitude': 1 };
    const first = { 'aug.0.0.op': 'equalize', 'aug.0.0.probability': 1, 'aug.0.0.magnitude': 0 };
    expect(key({ ...swapped, ...first })).toBe(key({ ...rotate, ...equalize }));
    expect(key({ ...rotate, ...equalize, 'aug.0.0.magnitude': 0.111111 })).not.toBe(key({ ...rotate, ...equalize }));
  });
});

describe('population', () => {
  it('has 60 numbers for 15 ops, twice each', () => {
    expect(policies({ dialect: 'population' }).names).toHaveLength(60);
  });

  it('has a policy for each phase', () => {
    const { space, names } = policies({ dialect: 'population', ops: ['rotate'], copies: 1, phases: 4 });
    expect(names).toHaveLength(8);
    const policy = space.decode(space.sample(createRng(1)), images).aug;
    expect(policy).toMatchObject({
      kind: 'schedule',
      phases: [{ from: 0 }, { from: 0.25 }, { from: 0.5 }, { from: 0.75 }],
    });
  });

  it('refuses counts that give no image an op', () => {
    expect(issuesOf({ dialect: 'population', counts: [1, 0] })).toEqual(['aug.counts: bad-range']);
  });
});

describe('custom', () => {
  const flip = { kind: 'sequence', steps: [{ op: 'flip', probability: 0.5, magnitude: 0 }] };

  it('searches what is given as a range and keeps what is a number', () => {
    const { names, decode } = policies({
      dialect: 'custom',
      steps: [{ op: 'rotate', magnitude: { low: 0.1, high: 0.5 }, probability: 0.8 }, { op: 'flip' }],
    });
    expect(names).toEqual(['aug.0.magnitude']);
    expect(decode({ 'aug.0.magnitude': 0.2 })).toEqual({
      kind: 'sequence',
      steps: [
        { op: 'rotate', probability: 0.8, magnitude: 0.2 },
        { op: 'flip', probability: 1, magnitude: 0.5 },
      ],
    });
  });

  it('takes any policy as JSON', () => {
    const { names, decode } = policies({ dialect: 'custom', policy: { kind: 'one-of', policies: [flip] } });
    expect(names).toEqual([]);
    expect(decode({})).toEqual({ kind: 'one-of', policies: [flip] });
  });

  it('says where a policy is wrong', () => {
    const bad = {
      kind: 'one-of',
      policies: [{ kind: 'sequence', steps: [{ op: 'flip', probability: 2, magnitude: 0 }] }],
    };
    expect(issuesOf({ dialect: 'custom', policy: bad })).toEqual([
      'aug.policy.policies.0.steps.0.probability: bad-setting',
    ]);
    expect(issuesOf({ dialect: 'custom', policy: { kind: 'nothing' } })).toEqual(['aug.policy.kind: bad-setting']);
    expect(issuesOf({ dialect: 'custom', policy: flip, steps: [{ op: 'flip' }] })).toEqual(['aug.policy: too-many']);
  });
});

describe('published', () => {
  it.each(['autoaugment-cifar10', 'autoaugment-svhn', 'autoaugment-imagenet'])(
    '%s has 25 sub-policies of 2 steps',
    (name) => {
      const policy = policies({ dialect: 'published' }).decode({ 'aug.policy': name });
      if (policy?.kind !== 'one-of') throw new Error('not one of several');
      expect(policy.policies).toHaveLength(25);
      for (const inner of policy.policies) {
        if (inner.kind !== 'sequence') throw new Error('not a sequence');
        expect(inner.steps).toHaveLength(2);
        for (const { op, probability, magnitude } of inner.steps) {
          expect(op).toMatch(/^[a-z-]+$/);
          expect(Number.isInteger(Math.round(probability * 1e9) / 1e8)).toBe(true);
          expect(Number.isInteger(Math.round(magnitude * 9e9) / 1e9)).toBe(true);
        }
      }
    },
  );
});

describe('what all policies have', () => {
  it('puts the usual base first', () => {
    const before = [{ op: 'flip', probability: 0.5, magnitude: 0 }];
    const { decode } = policies({ dialect: 'trivialaugment', before });
    expect(decode({})).toMatchObject({
      kind: 'chain',
      policies: [
        { kind: 'sequence', steps: before },
        { kind: 'random-subset', count: 1, magnitude: 'uniform', table: 'wide' },
      ],
    });
  });

  it('searches one policy for each group of classes and one for the rest', () => {
    const { names, decode, space } = policies({ dialect: 'randaugment', subset: 'all', classGroups: [[0, 2], [3]] });
    expect(names).toEqual(
      ['group1', 'group2', 'rest'].flatMap((group) => [`aug.${group}.count`, `aug.${group}.magnitude`]),
    );
    const policy = decode({
      'aug.group1.count': 0,
      'aug.group2.count': 2,
      'aug.group2.magnitude': 0.4,
      'aug.rest.count': 1,
      'aug.rest.magnitude': 0.2,
    });
    expect(policy).toMatchObject({
      kind: 'per-class',
      classes: { 0: { steps: [] }, 2: { steps: [] }, 3: { count: 2, magnitude: 0.4 } },
      otherwise: { count: 1, magnitude: 0.2 },
    });
    // A condition is on the same group's count.
    const zero = space.repair({ 'aug.group1.count': 0, 'aug.group2.count': 2, 'aug.rest.count': 2 }, createRng(1));
    expect(zero['aug.group1.magnitude']).toBeUndefined();
    expect(zero['aug.group2.magnitude']).toBeDefined();
  });

  it('refuses a class in two groups', () => {
    expect(issuesOf({ dialect: 'randaugment', classGroups: [[0, 1], [1]] })).toEqual([
      'aug.classGroups.1.0: duplicate-choice',
    ]);
  });
});
