import { createRng, type Domain, type ParamValue } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { perturbParams } from './perturb-params.js';
import { perturbValue } from './perturb-value.js';

/** All that 40 perturbations give. */
function perturbed(domain: Domain, value: ParamValue, share = 0.2, ordinalSteps = [1]): ParamValue[] {
  const perturb = (seed: number) => perturbValue(domain, value, { share, ordinalSteps }, createRng(seed));
  const values = Array.from({ length: 40 }, (_, seed) => perturb(seed));
  return [...new Set(values)].sort();
}

describe('perturbValue', () => {
  it('makes numbers larger or smaller by a share, within their bounds', () => {
    const rate: Domain = { kind: 'float', low: 0.001, high: 1, log: true };
    expect(perturbed(rate, 0.1)).toEqual([expect.closeTo(0.08, 12), expect.closeTo(0.12, 12)]);
    expect(perturbed(rate, 0.9)).toEqual([expect.closeTo(0.72, 12), 1]);
    expect(perturbed(rate, 0.001)).toEqual([0.001, expect.closeTo(0.0012, 12)]);
    expect(perturbed({ kind: 'float', low: -2, high: 2, log: false }, -1)).toEqual([
      expect.closeTo(-0.8, 12),
      expect.closeTo(-1.2, 12),
    ]);
  });

  it('moves at least one step on a grid', () => {
    const count: Domain = { kind: 'int', low: 0, high: 9, log: false, step: 1 };
    expect(perturbed(count, 2)).toEqual([1, 3]);
    expect(perturbed(count, 0)).toEqual([0, 1]);
    expect(perturbed(count, 5, 0.4)).toEqual([3, 7]);
  });

  it('goes to the next choice of an ordinal, and nowhere where choices have no order', () => {
    expect(perturbed({ kind: 'ordinal', choices: [8, 16, 32, 64] }, 32)).toEqual([16, 64]);
    expect(perturbed({ kind: 'categorical', choices: ['a', 'b', 'c'] }, 'b')).toEqual(['b']);
  });

  it('moves an ordinal by any of the steps it is given, to its end at most', () => {
    const levels: Domain = { kind: 'ordinal', choices: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };
    expect(perturbed(levels, 5, 0.2, [0, 1, 2, 3])).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(perturbed(levels, 9, 0.2, [0, 3])).toEqual([6, 9]);
  });
});

describe('perturbParams', () => {
  const space = requireSpace({
    hp: {
      kind: { type: 'categorical', choices: ['plain', 'deep'] },
      depth: { type: 'float', low: 0, high: 1, when: { kind: ['deep'] } },
      rate: { type: 'float', low: 0, high: 1 },
      width: { type: 'float', low: 0, high: 1 },
    },
  });
  const from = { 'hp.kind': 'plain', 'hp.rate': 0.5, 'hp.width': 0.25 };
  const many = (changeable: readonly string[], resampleProbability: number) =>
    Array.from({ length: 200 }, (_, seed) =>
      perturbParams(
        space,
        from,
        { changeable: new Set(changeable), resampleProbability, perturbation: 0.2, ordinalSteps: [1] },
        createRng(seed),
      ),
    );

  it('changes only what may change, and draws what becomes active', () => {
    const depths = new Set<unknown>();
    for (const params of many(['hp.kind', 'hp.depth', 'hp.rate'], 0.5)) {
      expect(space.validate(params)).toEqual([]);
      expect(params['hp.width']).toBe(0.25);
      depths.add(params['hp.depth']);
    }
    expect(depths.size).toBeGreaterThan(10);
  });

  it('draws anew with the probability', () => {
    const near = [0.4, 0.6].map((rate) => rate.toFixed(9));
    const drawn = many(['hp.rate'], 0.25).filter(({ 'hp.rate': rate }) => !near.includes(Number(rate).toFixed(9)));
    // Binomial with n = 200 and p = ¼: outside of 20 … 80 once in 10⁶.
    expect(Math.abs(drawn.length - 50)).toBeLessThanOrEqual(30);
    expect(many(['hp.rate'], 0).every(({ 'hp.rate': rate }) => near.includes(Number(rate).toFixed(9)))).toBe(true);
  });
});
