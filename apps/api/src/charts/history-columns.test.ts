import type { ChartFilter, HistoryColumns } from '@cambium/core';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { historyChart } from './history-columns.js';

function randomHistory(length: number): HistoryColumns {
  const rng = createRng(4);
  return {
    number: Array.from({ length }, (_, i) => i),
    value: Array.from({ length }, () => rng.next()),
    state: Array.from({ length }, () => 'complete' as const),
    feasible: Array.from({ length }, () => true),
  };
}

describe('historyChart', () => {
  it('follows the best in the direction of the objective', () => {
    const history: HistoryColumns = {
      number: [0, 2, 3, 5],
      value: [0.5, 0.4, 0.7, 0.6],
      state: ['complete', 'complete', 'complete', 'complete'],
      feasible: [true, true, true, true],
    };
    expect(historyChart(history, 'maximize', { maxPoints: 100 }).best).toEqual([0.5, 0.5, 0.7, 0.7]);
    expect(historyChart(history, 'minimize', { maxPoints: 100 }).best).toEqual([0.5, 0.4, 0.4, 0.4]);
    expect(historyChart(history, 'minimize', { maxPoints: 100 }).number).toEqual([0, 2, 3, 5]);
  });

  it('takes neither a pruned trial nor one that breaks a constraint for the best', () => {
    const history: HistoryColumns = {
      number: [0, 1, 2, 3, 4],
      value: [0.9, 0.8, 0.5, 0.7, 0.6],
      state: ['pruned', 'complete', 'complete', 'pruned', 'complete'],
      feasible: [true, false, true, true, true],
    };
    expect(historyChart(history, 'maximize', { maxPoints: 100 }).best).toEqual([null, null, 0.5, 0.5, 0.6]);
  });

  it('samples to maxPoints, says of how many, and keeps the best trial', () => {
    const history = randomHistory(5_000);
    const chart = historyChart(history, 'maximize', { maxPoints: 300 });
    expect(chart.number).toHaveLength(300);
    expect(chart.totalCount).toBe(5_000);
    const top = Math.max(...history.value);
    expect(chart.value).toContain(top);
    expect(chart.best.at(-1)).toBe(top);
  });

  it('gives only trials that match, with the best of all before them, and counts those', () => {
    const history: HistoryColumns = {
      number: [0, 2, 3, 5],
      value: [0.9, 0.4, 0.7, 0.6],
      state: ['complete', 'pruned', 'complete', 'complete'],
      feasible: [true, true, true, true],
    };
    const chart = (filter: ChartFilter) => historyChart(history, 'maximize', { maxPoints: 100, filter });
    expect(chart({ stateIn: ['complete'], number: { min: 1 } })).toEqual({
      number: [3, 5],
      value: [0.7, 0.6],
      best: [0.9, 0.9],
      state: ['complete', 'complete'],
      totalCount: 2,
    });
    expect(chart({ number: { min: 1, max: 3 } }).number).toEqual([2, 3]);
  });

  it('keeps the trials that are asked for in a sample', () => {
    const history = randomHistory(5_000);
    const keep = [17, 2_345, 4_001];
    const chart = historyChart(history, 'maximize', { maxPoints: 50, keep });
    expect(chart.number).toHaveLength(50);
    expect(chart.number).toEqual(expect.arrayContaining(keep));
    expect(chart.value).toContain(Math.max(...history.value));
  });

  it('is empty for an experiment without values', () => {
    expect(
      historyChart({ number: [], value: [], state: [], feasible: [] }, 'maximize', { maxPoints: 10 }).totalCount,
    ).toBe(0);
  });
});
