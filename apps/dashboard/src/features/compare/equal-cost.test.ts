import { describe, expect, it } from '@jest/globals';
import { type CostHistory, equalSeconds, leaders, reachedAt, spentSeconds } from './equal-cost.js';

/** Rows of seconds, best and its steps; trial n is the best from row n on. */
function history(...rows: readonly (readonly [seconds: number, best: number | null, steps?: number])[]): CostHistory {
  return {
    seconds: rows.map(([seconds]) => seconds),
    trials: rows.map((_, i) => i + 1),
    best: rows.map(([, best]) => best),
    bestSteps: rows.map(([, best, steps = 9]) => (best === null ? null : steps)),
    number: rows.map(([, best], i) => (best === null ? null : i)),
  };
}
const whole = (value: number) => ({ value, share: 1 });

describe('equalSeconds', () => {
  it('is all that the one that spent least has spent', () => {
    const long = history([2, 0.5], [9, 0.7]);
    const short = history([3, 0.4], [6, 0.4]);
    expect(equalSeconds([long, short])).toBe(6);
    expect(spentSeconds(short)).toBe(6);
  });

  it('leaves those out that have not begun, and counts those that have but with nothing complete', () => {
    expect(equalSeconds([history(), history([4, 0.5]), history([3, 0.2])])).toBe(3);
    expect(equalSeconds([history([4, 0.5]), history([1, null])])).toBe(1);
  });

  it('is none where fewer than two have begun', () => {
    expect(equalSeconds([])).toBeNull();
    expect(equalSeconds([history(), history([4, 0.5])])).toBeNull();
  });
});

describe('reachedAt', () => {
  const search = history([2, null], [5, 0.5], [8, 0.7], [10, 0.7]);
  it.each([
    [0, null],
    [1.9, null],
    [2, null],
    [4.999, null],
    [5, 0.5],
    [7.999, 0.5],
    [8, 0.7],
    [1000, 0.7],
  ])('is at %d s %p', (seconds, value) => {
    expect(reachedAt(search, seconds)?.value ?? null).toBe(value);
  });

  it('says of which trial, and after how many steps', () => {
    expect(reachedAt(history([1, 0.4, 3], [2, 0.5, 9]), 1.5)).toEqual({ value: 0.4, steps: 3, trial: 0 });
  });

  it('is nothing before anything has ended', () => {
    expect(reachedAt(history(), 5)).toBeNull();
  });

  it('takes the newer of two rows at the same time', () => {
    expect(reachedAt(history([1, 0.4], [1, 0.6]), 1)?.value).toBe(0.6);
  });
});

describe('leaders', () => {
  it('follow the direction', () => {
    const results = [whole(0.2), whole(0.4), null, whole(0.3)];
    expect([...leaders(results, 'maximize')]).toEqual([1]);
    expect([...leaders(results, 'minimize')]).toEqual([0]);
  });

  it('are several where the best are equal, and none where all are', () => {
    expect([...leaders([whole(0.4), whole(0.2), whole(0.4)], 'maximize')]).toEqual([0, 2]);
    expect(leaders([whole(0.4), null, whole(0.4)], 'maximize').size).toBe(0);
  });

  it('are none where there is nobody to lead', () => {
    expect(leaders([null, whole(0.4), null], 'maximize').size).toBe(0);
    expect(leaders([null, null], 'minimize').size).toBe(0);
  });

  it('have taken all of their steps before a better value after a part counts', () => {
    expect([...leaders([{ value: 0.9, share: 0.5 }, whole(0.2)], 'maximize')]).toEqual([1]);
  });
});
