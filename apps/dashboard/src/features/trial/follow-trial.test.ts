import { describe, expect, it } from '@jest/globals';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { followTrial, type TrialNow } from './follow-trial.js';

const start = {
  trial: { number: 3, state: 'running', failure: null },
  reports: [{ step: 1, metrics: { acc: 0.1 } }],
  revision: 0,
  trialCount: 5,
  successors: [{ number: 4, parent: 3, state: 'running' }],
  successorCount: 1,
} as unknown as TrialNow;
const batch = (types: readonly string[], trial: object = {}, trialNumber = 3) =>
  ({
    events: types.map((type, i) => ({ type, trialNumber, payload: { step: i + 2, metrics: { acc: 0.5 } } })),
    trials: [{ number: trialNumber, state: 'running', failure: null, ...trial }],
  }) as unknown as EventBatch;

describe('followTrial', () => {
  it('adds reports, which leave attempts and artifacts as they are', () => {
    const now = followTrial(start, [batch(['trial.reported', 'trial.reported'])], 3);
    expect(now.reports.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(now.revision).toBe(0);
  });

  it('has a new revision when an attempt is lost and the next one runs, though the trial is running before and after', () => {
    const lost = batch(['attempt.lost', 'trial.retried', 'trial.running']);
    expect(followTrial(start, [lost], 3)).toMatchObject({ trial: { state: 'running' }, revision: 1 });
  });

  it('has the state and failure of its end, with what the trial wrote before', () => {
    const withText = { ...start, trial: { ...start.trial, failure: { code: 'lost', message: '', stderr: 'text' } } };
    const failure = { code: 'crashed', message: 'exit code 1' };
    const now = followTrial(withText as TrialNow, [batch(['trial.finished'], { state: 'failed', failure })], 3);
    expect(now).toMatchObject({ trial: { state: 'failed', failure: { ...failure, stderr: 'text' } }, revision: 1 });
  });

  it('follows the trials that come from it', () => {
    const next = batch(['trial.created'], { parent: 3, state: 'waiting' }, 5);
    const ended = batch(['trial.finished'], { parent: 3, state: 'complete' }, 4);
    const now = followTrial(start, [next, ended], 3);
    expect(now.successors.map(({ number, state }) => [number, state])).toEqual([
      [4, 'complete'],
      [5, 'waiting'],
    ]);
    expect(now.successorCount).toBe(2);
  });

  it('leaves the front when another trial takes its place there', () => {
    const there = { ...start, trial: { ...start.trial, onFront: true } };
    const joins = (left: readonly number[]) =>
      ({
        events: [{ type: 'trial.finished', trialNumber: 4, payload: { front: { left } } }],
        trials: [{ number: 4, state: 'complete', failure: null }],
      }) as unknown as EventBatch;
    expect(followTrial(there, [joins([1])], 3).trial.onFront).toBe(true);
    expect(followTrial(there, [joins([1, 3])], 3).trial.onFront).toBe(false);
  });

  it('knows of other trials only how many there are', () => {
    expect(followTrial(start, [batch(['trial.finished'], {}, 4)], 3)).toBe(start);
    expect(followTrial(start, [batch(['trial.created'], {}, 5)], 3)).toEqual({ ...start, trialCount: 6 });
  });
});
