import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { polynomialMutation } from './polynomial-mutation.js';
import { simulatedBinaryCrossover } from './simulated-binary-crossover.js';

const draws = 4000;
const many = (draw: (rng: ReturnType<typeof createRng>) => number) => {
  const rng = createRng('number operators');
  return Array.from({ length: draws }, () => draw(rng));
};
const within = (values: readonly number[]) => values.every((value) => value >= 0 && value <= 1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);

describe('simulatedBinaryCrossover', () => {
  it('stays within bounds, also for parents on them', () => {
    for (const parents of [
      [0, 1],
      [0, 0.01],
      [0.3, 0.3],
      [1, 1],
      [0.999, 1],
    ] as const) {
      expect(within(many((rng) => simulatedBinaryCrossover(parents, 2, rng)))).toBe(true);
    }
  });

  // The density of the spread factor falls with the power η outside of the parents and rises with it between them: half of
  // the children are between. 4,000 draws: the standard error is 0.008, the tolerance 3.9 of them, false alarms 1 in 10⁴.
  it('puts half of the children between their parents, whatever their order', () => {
    for (const parents of [
      [0.45, 0.55],
      [0.55, 0.45],
    ] as const) {
      const between = many((rng) => simulatedBinaryCrossover(parents, 20, rng)).filter((x) => x > 0.45 && x < 0.55);
      expect(Math.abs(between.length / draws - 0.5)).toBeLessThan(0.031);
    }
  });

  it('keeps children nearer to a parent for a higher index', () => {
    const distance = (eta: number) =>
      mean(
        many((rng) => {
          const child = simulatedBinaryCrossover([0.3, 0.7], eta, rng);
          return Math.min(Math.abs(child - 0.3), Math.abs(child - 0.7));
        }),
      );
    expect(distance(2)).toBeGreaterThan(2 * distance(20));
  });
});

describe('polynomialMutation', () => {
  it('stays within bounds', () => {
    for (const x of [0, 0.01, 0.5, 1]) {
      expect(within(many((rng) => polynomialMutation(x, 1, rng)))).toBe(true);
    }
  });

  // In the middle of the range, E|step| = ½ · (1 − E[v^(1/(η+1))]) with v uniform up to a bound that is nearly 0: close to
  // 1 / (η + 2) of the range. 4,000 draws, relative standard error below 2 %, tolerance 8 %.
  it('steps by about 1 / (η + 2) of the range, up as often as down', () => {
    const steps = many((rng) => polynomialMutation(0.5, 20, rng) - 0.5);
    expect(mean(steps.map(Math.abs)) * 22).toBeCloseTo(1, 1);
    expect(Math.abs(steps.filter((step) => step > 0).length / draws - 0.5)).toBeLessThan(0.031);
  });
});
