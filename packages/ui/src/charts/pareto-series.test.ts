import { describe, expect, it } from '@jest/globals';
import { type ParetoColumns, type ParetoMarks, paretoSeries } from './pareto-series.js';
import { trialOf } from './trial-points.js';

/** Cost (lower is better) and accuracy (higher is better). */
const points: ParetoColumns = {
  number: [0, 1, 2, 3, 4, 5, 6],
  x: [30, 10, 20, 20, 5, 1, 20],
  y: [0.9, 0.5, 0.7, 0.6, 0.4, 0.99, 0.6],
  state: ['complete', 'complete', 'complete', 'complete', 'pruned', 'complete', 'complete'],
  steps: [9, 9, 9, 9, 9, 9, 3],
  candidate: [true, true, true, true, false, false, true],
  front: { number: [0, 1, 2], x: [30, 10, 20], y: [0.9, 0.5, 0.7] },
};
const marks: ParetoMarks = { better: { x: 'lower', y: 'higher' }, maxStep: 9, best: null, selected: [] };
const shapes = (columns: ParetoColumns, changes: Partial<ParetoMarks> = {}) =>
  paretoSeries(columns, { ...marks, ...changes }).map(({ id, x, y }) => [id, [...x], [...y]]);

describe('paretoSeries', () => {
  it('draws baselines as points of their own, over the trials', () => {
    const baselines = [
      { policy: 'none', number: 7, x: 12, y: 0.5 },
      { policy: 'trivialaugment-wide', number: 8, x: 12, y: 0.6 },
    ];
    const own = paretoSeries(points, { ...marks, baselines }).slice(6);
    expect(own.map(({ label, x, y }) => [label, [...x], [...y]])).toEqual([
      ['baseline: no augmentation', [12], [0.5]],
      ['baseline: trivialaugment-wide', [12], [0.6]],
    ]);
    expect(own.map((series) => trialOf(series, 0))).toEqual([7, 8]);
  });

  it('puts each trial into one group, and the front on a line', () => {
    expect(shapes(points)).toEqual([
      ['pruned', [5], [0.4]],
      ['part', [20], [0.6]],
      ['broken', [1], [0.99]],
      ['complete', [20], [0.6]],
      ['line', [10, 20, 30], [0.5, 0.7, 0.9]],
      ['front', [10, 20, 30], [0.5, 0.7, 0.9]],
    ]);
  });

  it('rings the best and the selected trials, on the front or not', () => {
    const best = { number: 0, label: 'best by accuracy' };
    const series = paretoSeries(points, { ...marks, best, selected: [3, 2, 99] });
    expect(series.slice(-2)).toMatchObject([
      { label: 'best by accuracy', x: [30], names: ['Trial 0'], strong: true },
      { label: 'selected', x: [20, 20], y: [0.7, 0.6], names: ['Trial 2', 'Trial 3'], strong: true },
    ]);
    expect(series.at(-1) && trialOf(series.at(-1) as never, 1)).toBe(3);
  });

  it.each([
    ['lower', 'higher', 'steps', [10, 20, 30]],
    ['higher', 'lower', 'steps-back', [10, 20, 30]],
    ['lower', 'lower', 'steps', [10]],
    ['higher', 'higher', 'steps-back', [30]],
  ] as const)('draws what is to be had where %s x and %s y are better', (x, y, mark, at) => {
    const line = paretoSeries(points, { ...marks, better: { x, y } }).find(({ id }) => id === 'line');
    expect(line).toMatchObject({ mark, x: at });
  });

  it('shows the front though its trials are filtered out', () => {
    const none = { number: [], x: [], y: [], state: [], steps: [], candidate: [], front: points.front };
    expect(shapes(none).map(([id]) => id)).toEqual(['line', 'front']);
  });

  it('has no series without trials', () => {
    const nothing = { number: [], x: [], y: [] };
    expect(shapes({ ...nothing, state: [], steps: [], candidate: [], front: nothing })).toEqual([]);
  });
});
