import { createRng, type ObjectiveColumns } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { objectiveChart } from './objective-chart.js';

function randomColumns(length: number): ObjectiveColumns {
  const rng = createRng(1);
  const each = <T>(make: (i: number) => T) => Array.from({ length }, (_, i) => make(i));
  return {
    number: each((i) => 2 * i),
    values: each(() => [rng.next(), rng.next(), rng.next()]),
    state: each((i) => (i % 5 === 0 ? 'pruned' : 'complete')),
    fidelity: each((i) => (i % 3 === 0 ? 2 : null)),
    candidate: each((i) => i % 5 !== 0),
  };
}
const member = (number: number) => ({ number, values: [number, 0.1, -1], steps: 9 });
const goal = { objectives: 3, maxStep: 9, front: [2, 8].map(member) };

describe('objectiveChart', () => {
  it('gives one column per objective, and the whole front', () => {
    const columns = randomColumns(4);
    const chart = objectiveChart(columns, goal, { maxPoints: 100 });
    expect(chart.number).toEqual([0, 2, 4, 6]);
    expect(chart.values).toEqual([0, 1, 2].map((objective) => columns.values.map((row) => row[objective])));
    expect(chart.steps).toEqual([2, 9, 9, 2]);
    expect(chart.front).toEqual({
      number: [2, 8],
      values: [
        [2, 8],
        [0.1, 0.1],
        [-1, -1],
      ],
    });
    expect(objectiveChart(randomColumns(0), goal, { maxPoints: 100 }).values).toEqual([[], [], []]);
  });

  it('samples evenly and keeps the front and what is chosen', () => {
    const columns = randomColumns(5000);
    const front = [2, 8, 4444].map(member);
    const chart = objectiveChart(columns, { ...goal, front }, { maxPoints: 100, keep: [1234] });
    expect(chart.number).toHaveLength(100);
    expect(chart.totalCount).toBe(5000);
    expect(chart.number).toEqual(expect.arrayContaining([2, 8, 1234, 4444]));
    expect(chart.number).toEqual([...new Set(chart.number)].sort((a, b) => a - b));
    const later = chart.number.filter((number) => number >= 5000).length;
    expect(Math.abs(later - 50)).toBeLessThan(5);
  });

  it('filters, also by the front', () => {
    const columns = randomColumns(50);
    const numbers = (filter: object) => objectiveChart(columns, goal, { maxPoints: 100, filter }).number;
    expect(numbers({ onFront: true })).toEqual([2, 8]);
    expect(numbers({ onFront: false, number: { max: 9 } })).toEqual([0, 4, 6]);
    expect(numbers({ stateIn: ['pruned'], number: { min: 1, max: 30 } })).toEqual([10, 20, 30]);
    expect(numbers({ kindIn: ['final'] })).toEqual([]);
  });
});
