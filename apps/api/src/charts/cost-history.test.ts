import type { CostColumns } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { costHistory } from './cost-history.js';

const maximize = { direction: 'maximize', maxStep: 9 } as const;
const minimize = { direction: 'minimize', maxStep: 9 } as const;

/** Trials that took a second each, one after the other. */
function columns(value: readonly number[], change: Partial<CostColumns> = {}): CostColumns {
  const ended = value.map((_, i) => i + 1);
  const deviceMs = ended.map((count) => 1000 * count);
  const total = { deviceMs: 1000 * value.length, ended: value.length };
  return { number: value.map((_, i) => i), value, fidelity: value.map(() => null), deviceMs, ended, total, ...change };
}

describe('costHistory', () => {
  it('has a row for each improvement in the direction of the objective, and a last one for now', () => {
    const values = columns([0.5, 0.4, 0.7, 0.6]);
    expect(costHistory(values, maximize, 100)).toEqual({
      seconds: [1, 3, 4],
      trials: [1, 3, 4],
      best: [0.5, 0.7, 0.7],
      bestSteps: [9, 9, 9],
      number: [0, 2, 2],
      totalCount: 3,
    });
    expect(costHistory(values, minimize, 100)).toMatchObject({ seconds: [1, 2, 4], best: [0.5, 0.4, 0.4] });
  });

  it('has no last row where the newest trial is the best, and no row for one that is as good', () => {
    expect(costHistory(columns([0.5, 0.5, 0.7]), maximize, 100)).toMatchObject({ seconds: [1, 3], number: [0, 2] });
  });

  it('says what was spent before anything was complete, and nothing before anything was spent', () => {
    const total = { deviceMs: 2500, ended: 2 };
    const spent = { seconds: [2.5], trials: [2], best: [null], bestSteps: [null], number: [null], totalCount: 1 };
    expect(costHistory(columns([], { total }), maximize, 100)).toEqual(spent);
    const empty = { seconds: [], trials: [], best: [], bestSteps: [], number: [], totalCount: 0 };
    expect(costHistory(columns([]), maximize, 100)).toEqual(empty);
  });

  it('takes more steps for better, whatever the value, as the ledger does', () => {
    const chart = costHistory(columns([0.9, 0.5, 0.95, 0.6], { fidelity: [1, 9, 1, null] }), maximize, 100);
    expect([chart.number, chart.bestSteps]).toEqual([
      [0, 1, 3],
      [1, 9, 9],
    ]);
  });

  it('makes one row of trials that ended in the same millisecond', () => {
    const together = columns([0.4, 0.6, 0.5], { deviceMs: [3000, 3000, 3000], ended: [3, 3, 3] });
    expect(costHistory(together, maximize, 100)).toMatchObject({ seconds: [3], best: [0.6], number: [1] });
  });

  it('leaves rows out evenly where there are too many, and is late there, never early', () => {
    const values = Array.from({ length: 5000 }, (_, i) => i);
    const { seconds, best, totalCount } = costHistory(columns(values), maximize, 100);
    expect([seconds.length, totalCount, seconds[0], seconds.at(-1)]).toEqual([100, 5000, 1, 5000]);
    expect(best).toEqual(seconds.map((second) => second - 1));
    const gaps = seconds.slice(1).map((second, i) => second - (seconds[i] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });
});
