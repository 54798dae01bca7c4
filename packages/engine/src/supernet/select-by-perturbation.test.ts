import { createRng } from '@cambium/core';
import { expect, it } from '@jest/globals';
import { choiceLayout } from './choices.js';
import { selectByPerturbation } from './select-by-perturbation.js';

it('keeps of each choice the option without which the supernet is worst, given what was settled before', async () => {
  const layout = choiceLayout([
    { param: 'a', values: ['x', 'y', 'z'] },
    { param: 'b', values: ['x', 'y'] },
  ]);
  // What each option adds to the accuracy.
  const worth = [0.1, 0.4, 0.2, 0.3, 0.05];
  for (let seed = 0; seed < 6; seed++) {
    const tuned: number[] = [];
    const left = await selectByPerturbation({
      layout,
      rng: createRng(seed),
      accuracy: async (allowed) => worth.reduce((sum, value, index) => (allowed(index) ? sum + value : sum), 0),
      tune: async (allowed) => void tuned.push(worth.filter((_, index) => allowed(index)).length),
    });
    expect([...left].sort()).toEqual([1, 3]);
    expect(tuned.at(-1)).toBe(2);
    expect(tuned[0]).toBeLessThan(5);
  }
});
