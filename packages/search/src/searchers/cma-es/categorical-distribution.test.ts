import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { drawChoices, leastProbability, startCategorical, updateCategorical } from './categorical-distribution.js';

const weights = [0.637, 0.285, 0.078];

/** After `generations` of 6 samples, ranked by `loss`. */
function evolve(generations: number, loss: (choices: readonly number[]) => number, counts = [3, 4]) {
  const rng = createRng(7);
  let distribution = startCategorical(counts);
  for (let i = 0; i < generations; i++) {
    const samples = Array.from({ length: 6 }, () => drawChoices(distribution, rng));
    distribution = updateCategorical(
      distribution,
      samples.toSorted((a, b) => loss(a) - loss(b)),
      weights,
    );
  }
  return distribution;
}

describe('the categorical distribution', () => {
  it('draws each choice as often as it is likely', () => {
    const rng = createRng(1);
    const distribution = { ...startCategorical([3]), probabilities: [[0.2, 0.5, 0.3]] };
    const counts = [0, 0, 0];
    for (let i = 0; i < 10_000; i++) {
      const [choice = 0] = drawChoices(distribution, rng);
      counts[choice] = (counts[choice] ?? 0) + 1;
    }
    // Standard errors are below 50; seed 1.
    expect(counts.map((count) => Math.round(count / 200) / 50)).toEqual([0.2, 0.5, 0.3]);
  });

  it('comes to the choices that win, up to the margin', () => {
    const { probabilities } = evolve(60, ([a, b]) => (a === 2 ? 0 : 1) + (b === 0 ? 0 : 1));
    expect(probabilities[0]?.[2]).toBeCloseTo(1 - 2 * leastProbability(3, 2), 1);
    expect(probabilities[1]?.[0]).toBeCloseTo(1 - 3 * leastProbability(4, 2), 1);
  });

  it('slows down where winning is chance, and never loses a choice', () => {
    const rng = createRng(3);
    const { probabilities, slowness } = evolve(200, () => rng.next());
    const learning = evolve(20, ([a, b]) => (a === 2 ? 0 : 1) + (b === 0 ? 0 : 1));
    expect(slowness).toBeGreaterThan(1.5);
    expect(learning.slowness).toBeLessThan(0.7);
    for (const row of probabilities) {
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      for (const p of row) expect(p).toBeGreaterThanOrEqual(leastProbability(row.length, 2) - 1e-12);
    }
  });

  it('stays where all winners agree with what is certain', () => {
    const certain = { ...startCategorical([2]), probabilities: [[0, 1]] };
    expect(updateCategorical(certain, [[1], [1], [1]], weights).probabilities[0]?.every(Number.isFinite)).toBe(true);
  });
});
