import { createSearchHistory, type FinishedTrial, type Objective } from '@cambium/core';
import { createSpace } from '@cambium/spaces';
import { endedAs, minimize } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { goodRows } from './good-rows.js';
import { observations } from './observations.js';

const space = createSpace([
  { name: 'x', branch: 'hp', domain: { kind: 'float', low: 0, high: 100, log: false }, conditions: [] },
]);
const ended = (number: number, change: Partial<FinishedTrial> = {}): FinishedTrial => ({
  ...endedAs('complete', { number, params: { x: number } }),
  ...change,
});

/** Numbers of the good trials, best first. */
function goodOf(trials: readonly FinishedTrial[], objectives: readonly Objective[] = minimize): number[] {
  const history = createSearchHistory({ space, objectives, constraints: [], options: {}, maxStep: 10 });
  for (const trial of trials) history.add(trial);
  const seen = history.fold(observations);
  return [...goodRows(seen)].map((row) => seen.table.numbers[row] ?? -1);
}

describe('goodRows', () => {
  it('ranks complete by value, pruned by how far they got, then broken by how much, and leaves out what says nothing', () => {
    const good = goodOf([
      ended(0, { values: [1], violation: 2 }),
      ended(1, { state: 'pruned', values: [0.1], lastStep: 2 }),
      ended(2, { state: 'pruned', values: [0.9], lastStep: 5 }),
      ended(3, { state: 'pruned', lastStep: 5 }),
      ended(4, { values: [7] }),
      ended(5, { values: [3] }),
      ended(6, { state: 'failed' }),
      ended(7, { values: [Number.NaN] }),
      ended(8, { state: 'cancelled' }),
      ended(9, { state: 'infeasible', violation: 0.5 }),
      ...Array.from({ length: 53 }, (_, i) => ended(10 + i, { violation: 3 })),
    ]);
    expect(good).toEqual([5, 4, 2, 3, 1, 9]);
  });

  it('takes more than 25 good ones of several objectives, front by front', () => {
    const both: readonly Objective[] = [
      { metric: 'a', direction: 'minimize' },
      { metric: 'b', direction: 'maximize' },
    ];
    // Fronts of ten: trial 10 f + i lies on front f.
    const trials = Array.from({ length: 300 }, (_, i) => {
      const front = Math.floor(i / 10);
      return ended(i, { values: [front + (i % 10), -(front + 9 - (i % 10))] });
    });
    const good = goodOf(trials, both);
    expect(good).toHaveLength(30);
    expect(Math.max(...good)).toBe(29);
    // Of a front too large for what is left, the ends would say little: those are kept that dominate most together.
    expect(goodOf(trials.slice(0, 20), both)).toHaveLength(2);
    expect(Math.max(...goodOf(trials.slice(0, 20), both))).toBeLessThan(10);
  });
});
