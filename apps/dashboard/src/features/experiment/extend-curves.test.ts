import { describe, expect, it } from '@jest/globals';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { type Curve, type CurveRules, extendCurves } from './extend-curves.js';
import { curveLimit } from './view-state.js';

const rules: CurveRules = {
  metric: 'acc',
  shown: { states: [], kinds: [], between: null, front: false },
  selected: [],
  direction: 'maximize',
  maxStep: 9,
};
const reported = (trialNumber: number, step: number, metrics: Record<string, number>) => ({
  type: 'trial.reported',
  trialNumber,
  payload: { step, metrics },
});
const batch = (events: object[], trials: object[] = []) => ({ events, trials }) as unknown as EventBatch;
const curve: Curve = {
  trialNumber: 1,
  state: 'running',
  mode: null,
  fidelity: null,
  objective: null,
  step: [1, 2],
  value: [0.1, 0.2],
};
const set = (curves: readonly Curve[]) => ({ curves, totalCount: curves.length });
const ended = (trialNumber: number, objective: number): Curve => ({
  ...curve,
  trialNumber,
  objective,
  state: 'complete',
});
/** A trial that was to end after 3 of 9 steps. */
const part = { fidelity: 3 };
const numbers = (curves: readonly Curve[]) => curves.map((each) => each.trialNumber).sort((a, b) => a - b);

describe('extendCurves', () => {
  it('adds points and begins the curves of new trials', () => {
    const batches = [
      batch([reported(1, 3, { acc: 0.3, loss: 9 }), reported(2, 1, { acc: 0.5 }), reported(2, 2, { loss: 1 })]),
    ];
    expect(extendCurves(set([curve]), batches, rules)).toEqual({
      curves: [
        { ...curve, step: [1, 2, 3], value: [0.1, 0.2, 0.3] },
        { ...curve, trialNumber: 2, step: [1], value: [0.5] },
      ],
      totalCount: 2,
    });
  });

  it('replaces the points of an attempt that a new one runs again', () => {
    const { curves } = extendCurves(set([curve]), [batch([reported(1, 1, { acc: 0.7 })])], rules);
    expect(curves[0]).toMatchObject({ step: [1], value: [0.7] });
  });

  it('follows the states and values of its trials', () => {
    const batches = [batch([], [{ number: 1, state: 'pruned', values: [0.4] }])];
    expect(extendCurves(set([curve]), batches, rules).curves[0]).toMatchObject({ state: 'pruned', objective: 0.4 });
  });

  it('counts every trial that has a curve, also those whose curve it gives up', () => {
    let now = set([]) as ReturnType<typeof extendCurves>;
    for (let number = 0; number < 3 * curveLimit; number++) {
      const end = { number, state: 'complete', values: [number / 1000] };
      now = extendCurves(now, [batch([reported(number, 1, { acc: 1 })], [end])], rules);
    }
    expect(now.curves).toHaveLength(curveLimit);
    expect(now.totalCount).toBe(3 * curveLimit);
  });

  it('gives up the worst when there are too many, never unfinished or selected ones', () => {
    const many = Array.from({ length: curveLimit }, (_, i) => ended(i, i === 20 ? 0.1 : 1 - i / 100));
    const unfinished = { ...curve, trialNumber: 100 };
    const begin = { curves: [...many, unfinished], totalCount: 500 };
    const better = batch([reported(101, 1, { acc: 1 })], [{ number: 101, state: 'complete', values: [0.99] }]);
    const kept = numbers(extendCurves(begin, [better], { ...rules, selected: [20] }).curves);
    // The best 49 beside the one that runs: all but 20 and 49 of the old. Then 20, which is selected.
    expect(kept).toEqual([...Array.from({ length: 49 }, (_, i) => i), 100, 101]);
    expect(numbers(extendCurves(begin, [better], rules).curves)).not.toContain(20);
    const least: CurveRules = { ...rules, direction: 'minimize' };
    expect(numbers(extendCurves(begin, [better], least).curves)).not.toContain(0);
  });

  it('keeps the curve of a baseline, however bad', () => {
    const many = Array.from({ length: curveLimit }, (_, i) => ended(i, 1 - i / 100));
    const baseline = { ...ended(70, 0.01), mode: 'baseline' };
    const kept = numbers(extendCurves(set([...many, baseline]), [], rules).curves);
    expect(kept).toEqual([...many.map(({ trialNumber }) => trialNumber), 70]);
  });

  it('gives up trials of fewer steps first, whatever their value', () => {
    const many = Array.from({ length: curveLimit }, (_, i) => ended(i, 0.5 - i / 100));
    const early = batch([reported(60, 1, { acc: 1 })], [{ ...part, number: 60, state: 'complete', values: [0.99] }]);
    expect(numbers(extendCurves(set(many), [early], rules).curves)).not.toContain(60);
    const whole = batch([reported(61, 1, { acc: 1 })], [{ number: 61, state: 'complete', values: [0.9] }]);
    expect(
      numbers(extendCurves(set([...many.slice(1), { ...ended(60, 0.99), ...part }]), [whole], rules).curves),
    ).toEqual([...many.slice(1).map(({ trialNumber }) => trialNumber), 61]);
  });

  it('begins no curve of a trial of another kind', () => {
    const search: CurveRules = { ...rules, shown: { ...rules.shown, kinds: ['search'] } };
    const final = batch([reported(2, 1, { acc: 1 })], [{ number: 2, state: 'running', mode: 'final', values: null }]);
    expect(extendCurves(set([curve]), [final], search)).toEqual(set([curve]));
    expect(numbers(extendCurves(set([curve]), [final], rules).curves)).toEqual([1, 2]);
  });

  it('keeps the curve of a trial that may yet match, and counts it when it does', () => {
    const complete: CurveRules = {
      ...rules,
      shown: { states: ['complete'], kinds: [], between: { min: 0, max: 9 }, front: false },
    };
    const begun = extendCurves(
      set([]),
      [batch([reported(1, 1, { acc: 0.1 }), reported(10, 1, { acc: 0.1 })])],
      complete,
    );
    expect([numbers(begun.curves), begun.totalCount]).toEqual([[1], 0]);
    const over = extendCurves(begun, [batch([], [{ number: 1, state: 'complete', values: [0.3] }])], complete);
    expect([numbers(over.curves), over.totalCount]).toEqual([[1], 1]);
  });

  it('lets go of the curve of a trial that no longer matches', () => {
    const running: CurveRules = { ...rules, shown: { states: ['running'], kinds: [], between: null, front: false } };
    const over = extendCurves(set([curve]), [batch([], [{ number: 1, state: 'failed', values: null }])], running);
    expect(over).toEqual({ curves: [], totalCount: 0 });
  });
});
