import type { TrialRowData } from '@cambium/ui';
import { expect, it } from '@jest/globals';
import { extendHistory } from './extend-history.js';

const trial = (number: number, value: number | null, extra: Partial<TrialRowData> = {}) =>
  ({
    id: `${number}`,
    number,
    state: 'complete',
    mode: null,
    values: value === null ? null : [value],
    ...extra,
  }) as TrialRowData;
const start = { number: [0, 2], value: [0.5, 0.3], best: [0.5, 0.5], state: ['complete', 'complete'], totalCount: 2 };

it('adds ended trials in the order of their numbers and carries the best on, pruned ones included', () => {
  const history = extendHistory(start, [trial(3, 0.7), trial(1, 0.6, { state: 'pruned' })], 'maximize');
  expect(history).toEqual({
    number: [0, 1, 2, 3],
    value: [0.5, 0.6, 0.3, 0.7],
    state: ['complete', 'pruned', 'complete', 'complete'],
    best: [0.5, 0.6, 0.6, 0.7],
    totalCount: 4,
  });
});

it('leaves out running, known and final trials', () => {
  const trials = [trial(2, 0.9), trial(4, null), trial(5, 0.9, { state: 'running' }), trial(6, 0.9, { mode: 'final' })];
  expect(extendHistory(start, trials, 'maximize')).toBe(start);
});

it('takes the least for minimize', () => {
  expect(extendHistory({ ...start, best: [0.5, 0.3] }, [trial(3, 0.2)], 'minimize').best).toEqual([0.5, 0.3, 0.2]);
});
