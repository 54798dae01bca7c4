import type { ChartFilter, HistoryColumns } from '@cambium/core';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type HistoryGoal, historyChart } from './history-columns.js';

const maxStep = 9;
const maximize: HistoryGoal = { direction: 'maximize', maxStep };
const minimize: HistoryGoal = { direction: 'minimize', maxStep };
const whole = (length: number) => Array.from({ length }, () => null);

function randomHistory(length: number): HistoryColumns {
  const rng = createRng(4);
  return {
    number: Array.from({ length }, (_, i) => i),
    value: Array.from({ length }, () => rng.next()),
    state: Array.from({ length }, () => 'complete' as const),
    fidelity: whole(length),
    candidate: Array.from({ length }, () => true),
  };
}

describe('historyChart', () => {
  it('follows the best in the direction of the objective', () => {
    const history: HistoryColumns = {
      number: [0, 2, 3, 5],
      value: [0.5, 0.4, 0.7, 0.6],
      state: ['complete', 'complete', 'complete', 'complete'],
      fidelity: whole(4),
      candidate: [true, true, true, true],
    };
    expect(historyChart(history, maximize, { maxPoints: 100 }).best).toEqual([0.5, 0.5, 0.7, 0.7]);
    expect(historyChart(history, minimize, { maxPoints: 100 }).best).toEqual([0.5, 0.4, 0.4, 0.4]);
    expect(historyChart(history, minimize, { maxPoints: 100 }).number).toEqual([0, 2, 3, 5]);
  });

  it('takes only candidates for the best', () => {
    const history: HistoryColumns = {
      number: [0, 1, 2, 3, 4],
      value: [0.9, 0.8, 0.5, 0.7, 0.6],
      state: ['pruned', 'complete', 'complete', 'pruned', 'complete'],
      fidelity: whole(5),
      candidate: [false, false, true, false, true],
    };
    expect(historyChart(history, maximize, { maxPoints: 100 }).best).toEqual([null, null, 0.5, 0.5, 0.6]);
  });

  it('takes more steps for better, whatever the value, as the ledger does', () => {
    const history: HistoryColumns = {
      number: [0, 1, 2, 3, 4, 5],
      value: [0.9, 0.5, 0.6, 0.95, 0.3, 0.4],
      state: whole(6).map(() => 'complete' as const),
      fidelity: [1, 3, 3, 1, null, 9],
      candidate: whole(6).map(() => true),
    };
    const chart = historyChart(history, maximize, { maxPoints: 100 });
    expect(chart.steps).toEqual([1, 3, 3, 1, 9, 9]);
    expect(chart.best).toEqual([0.9, 0.5, 0.6, 0.6, 0.3, 0.4]);
    expect(chart.bestSteps).toEqual([1, 3, 3, 3, 9, 9]);
  });

  it('samples to maxPoints, says of how many, and keeps the best trial', () => {
    const history = randomHistory(5_000);
    const chart = historyChart(history, maximize, { maxPoints: 300 });
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
      fidelity: whole(4),
      candidate: [true, true, true, true],
    };
    const chart = (filter: ChartFilter) => historyChart(history, maximize, { maxPoints: 100, filter });
    expect(chart({ stateIn: ['complete'], number: { min: 1 } })).toEqual({
      number: [3, 5],
      value: [0.7, 0.6],
      steps: [9, 9],
      best: [0.9, 0.9],
      bestSteps: [9, 9],
      state: ['complete', 'complete'],
      totalCount: 2,
    });
    expect(chart({ number: { min: 1, max: 3 } }).number).toEqual([2, 3]);
    expect(chart({ kindIn: ['search', 'final'], number: { min: 1, max: 3 } }).number).toEqual([2, 3]);
    expect(chart({ kindIn: ['final'] })).toMatchObject({ number: [], totalCount: 0 });
  });

  it('keeps the trials that are asked for in a sample', () => {
    const history = randomHistory(5_000);
    const keep = [17, 2_345, 4_001];
    const chart = historyChart(history, maximize, { maxPoints: 50, keep });
    expect(chart.number).toHaveLength(50);
    expect(chart.number).toEqual(expect.arrayContaining(keep));
    expect(chart.value).toContain(Math.max(...history.value));
  });

  it('is empty for an experiment without values', () => {
    const none: HistoryColumns = { number: [], value: [], state: [], fidelity: [], candidate: [] };
    expect(historyChart(none, maximize, { maxPoints: 10 }).totalCount).toBe(0);
  });
});
