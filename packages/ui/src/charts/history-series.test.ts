import { expect, it } from '@jest/globals';
import { historySeries } from './history-series.js';

const history = {
  number: [0, 1, 2],
  value: [0.5, 0.2, 0.7],
  best: [0.5, 0.5, 0.7],
  state: ['complete', 'pruned', 'complete'],
};

it('splits points by state and keeps the best so far for every trial', () => {
  const series = historySeries(history, []);
  expect(series.map((s) => [s.id, [...s.x], [...s.y]])).toEqual([
    ['complete', [0, 2], [0.5, 0.7]],
    ['pruned', [1], [0.2]],
    ['best', [0, 1, 2], [0.5, 0.5, 0.7]],
  ]);
});

it('begins the best so far with the first trial that can be it', () => {
  const best = historySeries({ ...history, best: [null, 0.2, 0.2] }, []).find((s) => s.id === 'best');
  expect(best).toMatchObject({ x: [0, 1, 2], y: [null, 0.2, 0.2] });
});

it('rings the selected trials that have a value', () => {
  expect(historySeries(history, [1, 99]).at(-1)).toMatchObject({ id: 'selected', x: [1], y: [0.2], strong: true });
});

it('has no series without trials', () => {
  expect(historySeries({ number: [], value: [], best: [], state: [] }, [3])).toEqual([]);
});
