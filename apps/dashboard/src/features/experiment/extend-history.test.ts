import { describe, expect, it } from '@jest/globals';
import type { EventBatch } from '../../lib/live/event-hub.js';
import {
  beginHistory,
  extendHistory,
  type HistoryAnswer,
  type HistoryRules,
  historyColumns,
} from './extend-history.js';

const everything: HistoryRules = {
  shown: { states: [], kinds: [], between: null, front: false },
  direction: 'maximize',
  maxStep: 9,
};
const answer: HistoryAnswer = {
  number: [1, 3],
  value: [0.5, 0.3],
  steps: [9, 9],
  best: [0.5, 0.5],
  bestSteps: [9, 9],
  state: ['complete', 'complete'],
  totalCount: 2,
};

const trial = (number: number, value: number | null, extra: object = {}) => ({
  number,
  state: 'complete',
  mode: null,
  fidelity: null,
  values: value === null ? null : [value],
  onFront: false,
  violation: 0,
  ...extra,
});
/** Trials that have just ended. */
const finished = (...trials: ReturnType<typeof trial>[]) =>
  ({
    events: trials.map(({ number }) => ({ type: 'trial.finished', trialNumber: number })),
    trials,
  }) as unknown as EventBatch;
const extend = (batches: readonly EventBatch[], rules = everything) => {
  const history = extendHistory(beginHistory(answer), batches, rules);
  return { ...historyColumns(history), totalCount: history.totalCount };
};

describe('extendHistory', () => {
  it('adds ended trials in the order of their numbers and carries the best on', () => {
    expect(extend([finished(trial(4, 0.7)), finished(trial(2, 0.6))])).toEqual({
      number: [1, 2, 3, 4],
      value: [0.5, 0.6, 0.3, 0.7],
      steps: [9, 9, 9, 9],
      state: ['complete', 'complete', 'complete', 'complete'],
      best: [0.5, 0.6, 0.6, 0.7],
      totalCount: 4,
    });
  });

  it('lets only complete trials that break no constraint be the best, as the best trial does', () => {
    const pruned = trial(4, 0.9, { state: 'pruned' });
    const tooBig = trial(5, 0.8, { violation: 12 });
    expect(extend([finished(pruned, tooBig, trial(6, 0.6))])).toMatchObject({
      number: [1, 3, 4, 5, 6],
      best: [0.5, 0.5, 0.5, 0.5, 0.6],
    });
  });

  it('has no best before the first trial that may be it', () => {
    const none = { ...answer, number: [1], value: [0.9], best: [null], bestSteps: [null], state: ['pruned'] };
    const history = extendHistory(beginHistory(none), [finished(trial(2, 0.4))], everything);
    expect(historyColumns(history).best).toEqual([null, 0.4]);
  });

  it('leaves out final trials, those without a value, and those that did not just end', () => {
    const late = { ...finished(trial(9, 0.9)), events: [{ type: 'report.late', trialNumber: 9 }] } as never;
    expect(extend([finished(trial(4, null), trial(5, 0.9, { mode: 'final' })), late]).number).toEqual([1, 3]);
  });

  it('counts a trial of the sample once', () => {
    expect(extend([finished(trial(3, 0.3))])).toMatchObject({ number: [1, 3], totalCount: 2 });
  });

  it('shows only trials that match, and the best of all', () => {
    const rules = {
      ...everything,
      shown: { states: ['pruned'], kinds: [], between: { min: 2, max: 8 }, front: false },
    } as const;
    const batch = finished(trial(4, 0.7), trial(5, 0.2, { state: 'pruned' }), trial(9, 0.2, { state: 'pruned' }));
    expect(extend([batch], rules)).toMatchObject({ number: [1, 3, 5], best: [0.5, 0.5, 0.7], totalCount: 3 });
  });

  it('takes a trial of more steps for the best, whatever the value of one of fewer', () => {
    const begun = { ...answer, steps: [1, 3], best: [0.5, 0.3], bestSteps: [1, 3] };
    const batch = finished(
      trial(4, 0.9, { fidelity: 1 }),
      trial(5, 0.4, { fidelity: 3 }),
      trial(6, 0.2),
      trial(7, 0.8, { fidelity: 3 }),
    );
    const history = historyColumns(extendHistory(beginHistory(begun), [batch], everything));
    expect(history.steps).toEqual([1, 3, 1, 3, 9, 3]);
    expect(history.best).toEqual([0.5, 0.3, 0.3, 0.4, 0.2, 0.2]);
  });

  it('puts a best of more steps between those that are known, and drops what it beats', () => {
    const begun = { ...answer, steps: [3, 3], best: [0.3, 0.5], bestSteps: [3, 3] };
    const late = finished(trial(2, 0.1));
    expect(historyColumns(extendHistory(beginHistory(begun), [late], everything)).best).toEqual([0.3, 0.1, 0.1]);
  });

  it('takes no trial of a mode of the searcher for the best', () => {
    expect(extend([finished(trial(4, 0.9, { mode: 'supernet' }))])).toMatchObject({
      number: [1, 3, 4],
      best: [0.5, 0.5, 0.5],
    });
  });

  it('takes the least for minimize', () => {
    const least = beginHistory({ ...answer, best: [0.5, 0.3] });
    const rules: HistoryRules = { ...everything, direction: 'minimize' };
    expect(historyColumns(extendHistory(least, [finished(trial(4, 0.2))], rules)).best).toEqual([0.5, 0.3, 0.2]);
  });
});
