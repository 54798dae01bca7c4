import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../require-space.js';
import { subPoliciesOf } from './sub-policies.js';

const namesOf = (aug: JsonObject, hp = {}) =>
  subPoliciesOf(requireSpace({ hp, aug }).parameters)?.map((parameters) => parameters.map(({ name }) => name));

describe('subPoliciesOf', () => {
  it('aligns the parameters of an autoaugment policy, and leaves those of other branches out', () => {
    const hp = { lr: { type: 'float', low: 0, high: 1 } };
    expect(namesOf({ dialect: 'autoaugment', subPolicies: 2, depth: 1, magnitudes: 1 }, hp)).toEqual([
      ['aug.0.0.op', 'aug.0.0.probability'],
      ['aug.1.0.op', 'aug.1.0.probability'],
    ]);
    expect(namesOf({ dialect: 'autoaugment', subPolicies: 25 })).toHaveLength(25);
  });

  it.each(['randaugment', 'population', 'augmix'])('finds none in %s', (dialect) => {
    expect(namesOf({ dialect })).toBeUndefined();
  });

  it('finds none where groups of classes have policies of their own, or places differ', () => {
    expect(namesOf({ dialect: 'autoaugment', classGroups: [[0]] })).toBeUndefined();
    const { parameters } = requireSpace({ aug: { dialect: 'autoaugment', subPolicies: 3, depth: 1 } });
    expect(subPoliciesOf(parameters.slice(1))).toBeUndefined();
    expect(subPoliciesOf(parameters.filter(({ name }) => !name.startsWith('aug.1')))).toBeUndefined();
    expect(subPoliciesOf([])).toBeUndefined();
  });
});
