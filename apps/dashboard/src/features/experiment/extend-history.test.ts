import { expect, it } from '@jest/globals';
import { extendHistory, type HistoryTrial } from './extend-history.js';

const trial = (number: number, value: number | null, extra: Partial<HistoryTrial> = {}): HistoryTrial => ({
  number,
  state: 'complete',
  mode: null,
  values: value === null ? null : [value],
  violation: 0,
  ...extra,
});
const start = { number: [0, 2], value: [0.5, 0.3], best: [0.5, 0.5], state: ['complete', 'complete'], totalCount: 2 };

it('adds ended trials in the order of their numbers and carries the best on', () => {
  const history = extendHistory(start, [trial(3, 0.7), trial(1, 0.6)], 'maximize');
  expect(history).toEqual({
    number: [0, 1, 2, 3],
    value: [0.5, 0.6, 0.3, 0.7],
    state: ['complete', 'complete', 'complete', 'complete'],
    best: [0.5, 0.6, 0.6, 0.7],
    totalCount: 4,
  });
});

it('takes neither a pruned trial nor one that breaks a constraint for the best', () => {
  const trials = [trial(1, 0.9, { state: 'pruned' }), trial(3, 0.8, { violation: 0.1 }), trial(4, 0.6)];
  const history = extendHistory(start, trials, 'maximize');
  expect(history.value).toEqual([0.5, 0.9, 0.3, 0.8, 0.6]);
  expect(history.best).toEqual([0.5, 0.5, 0.5, 0.5, 0.6]);
  const none = { number: [], value: [], best: [], state: [], totalCount: 0 };
  expect(extendHistory(none, trials, 'maximize').best).toEqual([null, null, 0.6]);
});

it('never falls behind the server, whose best may come from a trial that it did not send', () => {
  expect(extendHistory({ ...start, best: [0.5, 0.8] }, [trial(3, 0.7)], 'maximize').best).toEqual([0.5, 0.8, 0.8]);
});

it('leaves out running, known and final trials', () => {
  const trials = [trial(2, 0.9), trial(4, null), trial(5, 0.9, { state: 'running' }), trial(6, 0.9, { mode: 'final' })];
  expect(extendHistory(start, trials, 'maximize')).toBe(start);
});

it('takes the least for minimize', () => {
  expect(extendHistory({ ...start, best: [0.5, 0.3] }, [trial(3, 0.2)], 'minimize').best).toEqual([0.5, 0.3, 0.2]);
});
