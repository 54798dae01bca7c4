import { createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './pieces.js';

const spaceOf = (subPolicies: number) =>
  requireSpace({
    hp: { lr: { type: 'float', low: 0.001, high: 0.1 } },
    aug: { dialect: 'autoaugment', subPolicies, depth: 1 },
  });
const sample = (subPolicies: number, seed: number) => spaceOf(subPolicies).sample(createRng(seed));
const opsOf = (params: object) =>
  Object.entries(params).flatMap(([name, value]) => (name.endsWith('op') ? [value] : []));

describe('piecesOf', () => {
  it.each([
    [25, 5, 5],
    [12, 5, 3],
    [7, 5, 7],
    [3, 5, 1],
  ])('of %d sub-policies, at most %d a piece, makes %d pieces of equal size', (subPolicies, most, count) => {
    const pieces = piecesOf(spaceOf(subPolicies), most);
    expect(pieces.count).toBe(count);
    expect(pieces.parameters).toHaveLength((3 * subPolicies) / count);
  });

  it('fills a policy with pieces in turn, which with all else is a point of the space', () => {
    const pieces = piecesOf(spaceOf(6), 2);
    const params = sample(6, 1);
    const [a, b] = [pieces.first(params), pieces.first(sample(6, 2))];
    const filled = pieces.policyOf([a, b]);
    expect(opsOf(filled)).toEqual([a, b, a].flatMap(opsOf));
    expect(pieces.first(filled)).toEqual(a);
    expect(pieces.rest(params)).toEqual({ 'hp.lr': params['hp.lr'] });
    expect(spaceOf(6).validate({ ...pieces.rest(params), ...filled })).toEqual([]);
  });

  it('takes a space without sub-policies as one piece', () => {
    const space = requireSpace({
      hp: { a: { type: 'categorical', choices: ['x', 'y'] }, b: { type: 'int', low: 1, high: 3, when: { a: 'x' } } },
    });
    const pieces = piecesOf(space, 5);
    expect(pieces).toMatchObject({ count: 1, parameters: space.parameters });
    expect(pieces.policyOf([{ 'hp.a': 'y' }])).toEqual({ 'hp.a': 'y' });
    expect(pieces.rest({ 'hp.a': 'y' })).toEqual({});
  });
});
