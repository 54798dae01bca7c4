import { expect, it } from '@jest/globals';
import { historySeries } from './history-series.js';

const history = {
  number: [0, 1, 2],
  value: [0.5, 0.2, 0.7],
  steps: [9, 9, 9],
  best: [0.5, 0.5, 0.7],
  state: ['complete', 'pruned', 'complete'],
};

it('splits points by state and keeps the best so far for every trial', () => {
  const series = historySeries(history, { selected: [], maxStep: 9 });
  expect(series.map((s) => [s.id, [...s.x], [...s.y]])).toEqual([
    ['complete', [0, 2], [0.5, 0.7]],
    ['pruned', [1], [0.2]],
    ['best', [0, 1, 2], [0.5, 0.5, 0.7]],
  ]);
});

it('tells trials of fewer steps from whole ones', () => {
  const series = historySeries({ ...history, steps: [3, 9, 9] }, { selected: [], maxStep: 9 });
  expect(series.map((s) => [s.id, [...s.x], s.hollow ?? false])).toEqual([
    ['complete', [2], false],
    ['part', [0], true],
    ['pruned', [1], false],
    ['best', [0, 1, 2], false],
  ]);
});

it('begins the best so far with the first trial that can be it', () => {
  const best = historySeries({ ...history, best: [null, 0.2, 0.2] }, { selected: [], maxStep: 9 }).find(
    (s) => s.id === 'best',
  );
  expect(best).toMatchObject({ x: [0, 1, 2], y: [null, 0.2, 0.2] });
});

it('rings the selected trials that have a value', () => {
  expect(historySeries(history, { selected: [1, 99], maxStep: 9 }).at(-1)).toMatchObject({
    id: 'selected',
    x: [1],
    y: [0.2],
    strong: true,
  });
});

it('has no series without trials', () => {
  const none = { number: [], value: [], steps: [], best: [], state: [] };
  expect(historySeries(none, { selected: [3], maxStep: 9 })).toEqual([]);
});

it('draws baselines across all trials', () => {
  const baselines = [
    { policy: 'none', value: 0.4 },
    { policy: 'trivialaugment-wide', value: 0.6 },
  ];
  const series = historySeries(history, { selected: [], maxStep: 9, baselines }).slice(3);
  expect(series.map(({ label, x, y, mark }) => ({ label, x, y, mark }))).toEqual([
    { label: 'baseline: no augmentation', x: [0, 2], y: [0.4, 0.4], mark: 'line' },
    { label: 'baseline: trivialaugment-wide', x: [0, 2], y: [0.6, 0.6], mark: 'line' },
  ]);
  expect(new Set(series.map(({ color }) => color)).size).toBe(2);
});
