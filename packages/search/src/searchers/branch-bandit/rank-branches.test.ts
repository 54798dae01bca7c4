import { createSearchHistory, type FoldContext } from '@cambium/core';
import { complete, endedAs, minimize } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { gains } from './gains.js';
import { accountOf, bookTrial, rankBranches } from './rank-branches.js';

describe('what trials bring', () => {
  it('is the improvement as a share of the range so far; nothing for the first and for what is no result', () => {
    const history = createSearchHistory({ objectives: minimize } as unknown as FoldContext);
    const trial = (number: number) => ({ number, params: {} });
    history.add(complete(trial(0), [10], { seconds: 7 }));
    history.add(complete(trial(1), [12]));
    history.add(complete(trial(2), [8]));
    history.add(complete(trial(3), [4], { violation: 1 }));
    history.add(endedAs('failed', trial(4)));
    history.add(complete(trial(5), [2]));
    expect([...history.fold(gains).byNumber.values()]).toEqual([
      { gain: 0, seconds: 7 },
      { gain: 0, seconds: 1 },
      { gain: 0.5, seconds: 1 },
      { gain: 0, seconds: 1 },
      { gain: 0, seconds: 1 },
      { gain: 0.6, seconds: 1 },
    ]);
  });
});

describe('the order of branches', () => {
  const arm = (gain: number, seconds: number, pending = 0) => ({ account: { gain, seconds, trials: 10 }, pending });

  it('goes by gain per second, and by who was asked less', () => {
    expect(rankBranches([arm(1, 10), arm(1, 5), arm(0, 10)], 0.1)).toEqual([1, 0, 2]);
    expect(rankBranches([arm(1, 10), arm(1, 10, 5)], 0.1)).toEqual([0, 1]);
    expect(rankBranches([arm(1, 10), { account: accountOf({}, 'hp'), pending: 0 }], 0.1)).toEqual([1, 0]);
    expect(rankBranches([arm(0, 1), arm(0, 1)], 0.5)).toEqual([0, 1]);
  });

  it('makes little of one lucky trial', () => {
    const after = (gain: number, trials: number) => ({ account: { gain, seconds: trials, trials }, pending: 0 });
    expect(rankBranches([after(1, 1), after(4, 8)], 0)).toEqual([0, 1]);
    expect(rankBranches([after(1, 1), after(0, 1)], 1)).toEqual([0, 1]);
    expect(rankBranches([after(1, 3), after(0, 1)], 1)).toEqual([1, 0]);
  });

  it('forgets what was long ago', () => {
    const before = { hp: { gain: 8, seconds: 10, trials: 4 }, arch: { gain: 2, seconds: 2, trials: 2 } };
    expect(bookTrial(before, 'hp', { gain: { gain: 1, seconds: 2 }, memory: 0.5 })).toEqual({
      hp: { gain: 5, seconds: 7, trials: 3 },
      arch: { gain: 1, seconds: 1, trials: 1 },
    });
  });
});
