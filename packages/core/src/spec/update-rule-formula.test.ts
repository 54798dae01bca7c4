import { describe, expect, it } from '@jest/globals';
import type { UpdateRule } from './update-rule.js';
import { updateRuleFormula } from './update-rule-formula.js';

const operand = (name: string): UpdateRule => ({ operand: name });
const apply = (name: string, of: UpdateRule): UpdateRule => ({ function: name, of });
const combine = (name: string, left: UpdateRule, right: UpdateRule): UpdateRule => ({ combine: name, left, right });

const [g, m, v] = [operand('g'), operand('m'), operand('v')];
const agreement = combine('multiply', apply('sign', g), operand('sign(m)'));

describe('updateRuleFormula', () => {
  it.each<[string, UpdateRule]>([
    ['g · exp(sign(g) · sign(m̂))', combine('multiply', g, apply('exp', agreement))],
    ['g · (1 + sign(g) · sign(m̂))', combine('multiply', g, combine('add', operand('1'), agreement))],
    ['m̂ / √|v̂|', combine('divide', m, apply('sqrt', v))],
    ['g / (m̂ / v̂)', combine('divide', g, combine('divide', m, v))],
    ['g / m̂ / v̂', combine('divide', combine('divide', g, m), v)],
    ['(g − (m̂ − v̂))', combine('subtract', g, combine('subtract', m, v))],
    ['(g − m̂ + v̂)', combine('add', combine('subtract', g, m), v)],
    ['(−(g + m̂))', apply('negate', combine('add', g, m))],
    ['clip(g³, 10⁻⁴)', apply('clip 1e-4', apply('identity', operand('g^3')))],
    ['g', combine('left', g, m)],
    ['later(other(g), new)', combine('later', apply('other', g), operand('new'))],
  ])('writes %s', (formula, rule) => {
    expect(updateRuleFormula(rule)).toBe(`ΔW = −η · ${formula}`);
  });
});
