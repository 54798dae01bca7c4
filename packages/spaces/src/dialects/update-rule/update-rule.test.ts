import { createRng, type JsonObject, updateRuleFormula } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

const context = { inputShape: [8, 8, 1], classes: 2 } as const;
const spaceOf = (settings: JsonObject = {}) => requireSpace({ train: { dialect: 'update-rule', ...settings } });

describe('update-rule', () => {
  it('has PowerSign and Adam among its points', () => {
    const first = { 'train.0.combine': 'multiply', 'train.0.left': 'sign(g)', 'train.0.leftFunction': 'identity' };
    const agreement = { ...first, 'train.0.right': 'm', 'train.0.rightFunction': 'sign' };
    const powerSign = {
      'train.learningRate': 0.1,
      'train.groups': 2,
      ...agreement,
      'train.1.combine': 'multiply',
      'train.1.leftFunction': 'exp',
      'train.1.right': 'g',
      'train.1.rightFunction': 'identity',
    };
    const space = spaceOf();
    expect(space.validate(powerSign)).toEqual([]);
    const { train } = space.decode(powerSign, context);
    expect(train).toMatchObject({ optimizer: 'update-rule', learningRate: 0.1 });
    expect(updateRuleFormula(train!.updateRule!)).toBe('ΔW = −η · exp(sign(g) · sign(m̂)) · g');
    const adam = {
      'train.learningRate': 0.001,
      'train.groups': 1,
      'train.0.combine': 'divide',
      'train.0.left': 'm',
      'train.0.leftFunction': 'identity',
      'train.0.right': 'v',
      'train.0.rightFunction': 'sqrt',
    };
    expect(space.validate(adam)).toEqual([]);
    expect(updateRuleFormula(space.decode(adam, context).train!.updateRule!)).toBe('ΔW = −η · m̂ / √|v̂|');
  });

  it('has no right side where the left is all, and draws rules that read the gradient only', () => {
    const space = spaceOf();
    for (let seed = 0; seed < 100; seed++) {
      const params = space.sample(createRng(seed));
      expect('train.0.right' in params).toBe(params['train.0.combine'] !== 'left');
      expect('train.1.combine' in params).toBe(params['train.groups'] === 2);
      expect(space.isFeasible(params)).toBe(true);
      expect(updateRuleFormula(space.decode(params, context).train!.updateRule!)).toMatch(/[gmvγ]|Adam|RMSProp/);
    }
    expect(
      space.isFeasible({
        'train.learningRate': 0.1,
        'train.groups': 1,
        'train.0.combine': 'left',
        'train.0.left': '1e-2 w',
        'train.0.leftFunction': 'sign',
      }),
    ).toBe(false);
  });

  it('searches only what is left open', () => {
    const names = spaceOf({
      groups: [1],
      operands: ['g', 'm'],
      functions: ['identity'],
      combinations: ['left'],
      learningRate: { search: false, value: 0.1 },
    }).parameters.map(({ name }) => name);
    expect(names).toEqual(['train.0.left']);
  });
});
