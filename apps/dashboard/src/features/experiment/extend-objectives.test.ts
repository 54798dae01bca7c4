import { describe, expect, it } from '@jest/globals';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { beginObjectives, extendObjectives, type ObjectiveAnswer, paretoColumns } from './extend-objectives.js';

const shown = { states: [], kinds: [], between: null, front: false } as const;
const rules = { shown, maxStep: 9 };
const answer = {
  lastSeq: 7,
  number: [0, 2],
  values: [
    [0.5, 0.9],
    [10, 70],
  ],
  steps: [9, 9],
  state: ['complete', 'pruned'],
  candidate: [true, false],
  front: { number: [0], values: [[0.5], [10]] },
  totalCount: 2,
} as unknown as ObjectiveAnswer;

const trial = (number: number, values: readonly number[] | null, change: object = {}) => ({
  number,
  state: 'complete',
  mode: null,
  fidelity: null,
  values,
  onFront: false,
  violation: 0,
  ...change,
});
const finished = (ended: ReturnType<typeof trial>, left: readonly number[] | null = null) =>
  ({
    events: [{ type: 'trial.finished', trialNumber: ended.number, payload: { front: left && { left } } }],
    trials: [ended],
  }) as unknown as EventBatch;

describe('the values of all objectives', () => {
  const begun = beginObjectives(answer);

  it('begin as the server sampled them, and give any two objectives', () => {
    expect(paretoColumns(begun, [1, 0])).toEqual({
      number: [0, 2],
      x: [10, 70],
      y: [0.5, 0.9],
      state: ['complete', 'pruned'],
      steps: [9, 9],
      candidate: [true, false],
      front: { number: [0], x: [10], y: [0.5] },
    });
  });

  it('take in trials that end, and how the front changes', () => {
    const joins = finished(trial(3, [0.6, 5], { onFront: true }), [0]);
    const broken = finished(trial(4, [0.99, 1], { violation: 2, fidelity: 3 }));
    const set = extendObjectives(begun, [joins, broken, finished(trial(5, null)), joins], rules);
    expect(set.totalCount).toBe(4);
    expect(paretoColumns(set, [1, 0])).toMatchObject({
      number: [0, 2, 3, 4],
      steps: [9, 9, 9, 3],
      candidate: [true, false, true, false],
      front: { number: [3], x: [5], y: [0.6] },
    });
  });

  it('take in the front of all trials, but only points that are shown', () => {
    const some = { ...rules, shown: { ...shown, between: { min: 0, max: 2 } } };
    const set = extendObjectives(begun, [finished(trial(3, [0.6, 5], { onFront: true }), [])], some);
    expect(set.points.map(({ number }) => number)).toEqual([0, 2]);
    expect(set.front.map(({ number }) => number)).toEqual([0, 3]);
    expect(set.totalCount).toBe(2);
  });
});
