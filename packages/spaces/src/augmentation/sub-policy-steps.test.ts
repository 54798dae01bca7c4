import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../require-space.js';
import { subPolicySteps } from './sub-policy-steps.js';

const stepsOf = (aug: JsonObject) =>
  subPolicySteps(requireSpace({ aug }).parameters)?.map((steps) =>
    steps.map((step) => Object.entries(step).map(([field, parameter]) => [field, parameter.name])),
  );

describe('subPolicySteps', () => {
  it('names what each step of each sub-policy leaves open', () => {
    expect(stepsOf({ dialect: 'autoaugment', subPolicies: 2, depth: 2, magnitudes: 1 })).toEqual(
      [0, 1].map((place) =>
        [0, 1].map((step) => [
          ['op', `aug.${place}.${step}.op`],
          ['probability', `aug.${place}.${step}.probability`],
        ]),
      ),
    );
    const one = stepsOf({ dialect: 'autoaugment', ops: ['rotate'], subPolicies: 1, depth: 4 });
    expect(one?.[0]?.map((step) => step.map(([field]) => field))).toEqual(
      Array.from({ length: 4 }, () => ['probability', 'magnitude']),
    );
  });

  it.each([
    { dialect: 'population' },
    { dialect: 'autoaugment', classGroups: [[0]] },
    { dialect: 'autoaugment', ops: ['rotate'], probabilities: 1, magnitudes: 1 },
  ])('finds none in %j', (aug) => {
    expect(stepsOf(aug)).toBeUndefined();
  });

  it('finds none where sub-policies are made of something else', () => {
    const parameter = (name: string) => ({
      name,
      branch: 'aug' as const,
      domain: { kind: 'ordinal' as const, choices: [0, 1] },
      conditions: [],
    });
    expect(subPolicySteps(['aug.0.0.angle', 'aug.1.0.angle'].map(parameter))).toBeUndefined();
    expect(subPolicySteps(['aug.0.1.op', 'aug.1.1.op'].map(parameter))).toBeUndefined();
  });
});
