import { createRng, type Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { constrainSpace } from './constrain-space.js';
import { requireSpace } from './require-space.js';

function square() {
  const axis = { type: 'float', low: 0, high: 1 };
  return requireSpace({ hp: { x: axis, y: axis } });
}
const corner = (params: Params) => Number(params['hp.x']) + Number(params['hp.y']) < 0.5;

describe('constrainSpace', () => {
  it('gives feasible points only, where they can be found', () => {
    const space = constrainSpace(square(), corner);
    const rng = createRng(1);
    for (let i = 0; i < 50; i++) {
      const [a, b] = [space.sample(rng), space.sample(rng)];
      for (const point of [a, b, space.mutate(a, rng), space.crossover(a, b, rng)]) {
        expect(space.isFeasible(point)).toBe(true);
      }
    }
  });

  it('returns an infeasible point after 200 tries', () => {
    let asked = 0;
    const space = constrainSpace(square(), () => {
      asked++;
      return false;
    });
    const point = space.sample(createRng(1));
    expect(asked).toBe(199);
    expect(space.validate(point)).toEqual([]);
    expect(space.isFeasible(point)).toBe(false);
  });

  it('adds to the constraints that are there', () => {
    const space = constrainSpace(constrainSpace(square(), corner), (params) => Number(params['hp.x']) > 0.3);
    expect(space.isFeasible({ 'hp.x': 0.35, 'hp.y': 0.1 })).toBe(true);
    expect(space.isFeasible({ 'hp.x': 0.2, 'hp.y': 0.1 })).toBe(false);
    expect(space.isFeasible({ 'hp.x': 0.35, 'hp.y': 0.3 })).toBe(false);
  });

  it('still decodes', () => {
    const space = constrainSpace(square(), corner);
    expect(space.decode({ 'hp.x': 0.1, 'hp.y': 0.2 }, { inputShape: [8, 8, 1], classes: 2 })).toEqual({
      hp: { x: 0.1, y: 0.2 },
    });
  });
});
