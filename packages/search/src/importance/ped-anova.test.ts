import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { choiceColumn, numberColumn } from './cell-density.js';
import { pedAnova } from './ped-anova.js';

function sample(n: number, seed = 1) {
  const rng = createRng(seed);
  const draw = () => Float64Array.from({ length: n }, () => rng.next());
  return { x: draw(), y: draw(), idle: draw(), kind: Int16Array.from({ length: n }, () => rng.int(3)) };
}

describe('pedAnova', () => {
  it('gives the most to what moves the loss most, and little to what does not', () => {
    const { x, y, idle, kind } = sample(300);
    const losses = [...x].map((value, i) => (value - 0.3) ** 2 + 0.2 * (y[i]! - 0.7) ** 2);
    const columns = [numberColumn(x), numberColumn(y), numberColumn(idle), choiceColumn(kind, 3)];
    const [ofX, ofY, ofIdle, ofKind] = pedAnova(columns, losses, createRng(2)) ?? [];
    expect(ofX?.share).toBeGreaterThan(0.7);
    expect(ofX?.share).toBeGreaterThan(3 * (ofY?.share ?? 1));
    expect(ofY?.clear).toBe(true);
    expect((ofIdle?.share ?? 1) + (ofKind?.share ?? 1)).toBeLessThan(0.03);
    expect([ofIdle?.clear, ofKind?.clear]).toEqual([false, false]);
  });

  it('knows choices, and columns that are there for some trials only', () => {
    const { x, idle, kind } = sample(200);
    const losses = [...kind].map((choice, i) => (choice === 1 ? 0 : 1) + 0.01 * idle[i]!);
    const some = x.map((value, i) => (kind[i] === 1 ? value : Number.NaN));
    const [ofKind, ofSome, ofX] =
      pedAnova([choiceColumn(kind, 3), numberColumn(some), numberColumn(x)], losses, createRng(1)) ?? [];
    expect(ofKind?.clear).toBe(true);
    expect(ofSome?.clear).toBe(true);
    expect(ofX?.share).toBeLessThan((ofKind?.share ?? 0) / 10);
  });

  it('calls an idle column clear in about one of twenty cases', () => {
    const clear = Array.from({ length: 100 }, (_, seed) => {
      const { x, idle } = sample(60, seed);
      return pedAnova([numberColumn(idle)], [...x], createRng(seed))?.[0]?.clear;
    }).filter(Boolean).length;
    // Binomial(100, 1/20): 5 ± 2.2; 16 is five deviations away.
    expect(clear).toBeLessThan(16);
  });

  it('sums to one, the same for the same seed, and says nothing of few or equal values', () => {
    const { x, y } = sample(50);
    const columns = [numberColumn(x), numberColumn(y)];
    const found = pedAnova(columns, [...x], createRng(3));
    expect((found ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(pedAnova(columns, [...x], createRng(3))).toEqual(found);
    expect(pedAnova(columns, [...x].slice(0, 19), createRng(3))).toBeUndefined();
    expect(pedAnova(columns, [...x].fill(2), createRng(3))).toBeUndefined();
  });
});
