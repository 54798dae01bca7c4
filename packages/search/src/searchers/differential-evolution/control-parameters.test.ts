import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type Adaptation, adapt, drawControl, startAdaptation } from './control-parameters.js';

const child = (weight: number, rate: number, success = true) => ({ control: { weight, rate }, success });
const adaptAll = (children: readonly ReturnType<typeof child>[], before: Adaptation = startAdaptation()) =>
  children.reduce((state, each) => adapt(state, each, 3), before);

describe('control parameters', () => {
  it('remembers the Lehmer mean of F and the mean of CR of a generation, of those that succeeded', () => {
    const { memory, next, successes, told } = adaptAll([child(0.2, 0.1), child(0.9, 0.9, false), child(0.6, 0.5)]);
    expect(memory[0]).toEqual({ weight: expect.closeTo(0.4 / 0.8, 12), rate: expect.closeTo(0.3, 12) });
    expect(memory.slice(1)).toEqual(startAdaptation().memory.slice(1));
    expect({ next, successes, told }).toEqual({ next: 1, successes: [], told: 0 });
  });

  it('learns nothing before the generation is over, nor from one without a success', () => {
    const start = startAdaptation();
    expect(adaptAll([child(0.2, 0.1), child(0.3, 0.2)]).memory).toEqual(start.memory);
    expect(adaptAll([child(0.2, 0.1, false), child(0.3, 0.2, false), child(0.4, 0.2, false)])).toEqual(start);
  });

  it('forgets the oldest generation first', () => {
    const generations = Array.from({ length: 7 }, (_, i) => child(0.1 * (i + 1), 0));
    const { memory } = generations.reduce((state, each) => adapt(state, each, 1), startAdaptation());
    const weights = memory.map(({ weight }) => Math.round(10 * weight) / 10);
    expect(weights).toEqual([0.6, 0.7, 0.3, 0.4, 0.5]);
  });

  // Medians of 2,000 draws, seed 1. A Cauchy's standard error is π/2 · 0.1 / √2000 = 0.0035, the normal's 0.0028.
  it('draws around the remembered means, within their ranges', () => {
    const memory = [{ weight: 0.6, rate: 0.3 }];
    const rng = createRng(1);
    const draws = Array.from({ length: 2000 }, () => drawControl({ ...startAdaptation(), memory }, rng));
    expect(Math.abs(median(draws.map(({ weight }) => weight)) - 0.6)).toBeLessThan(0.015);
    expect(Math.abs(median(draws.map(({ rate }) => rate)) - 0.3)).toBeLessThan(0.01);
    for (const { weight, rate } of draws) {
      expect(weight > 0 && weight <= 1 && rate >= 0 && rate <= 1).toBe(true);
    }
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
