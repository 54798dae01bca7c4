import { describe, expect, it } from '@jest/globals';
import { createSearchHistory, type FoldContext, type HistoryFold } from './search-history.js';
import type { FinishedTrial } from './told-trial.js';

const trial = (number: number): FinishedTrial => ({
  number,
  params: {},
  state: 'complete',
  metrics: {},
  lastStep: 1,
  violation: 0,
});

describe('a history', () => {
  it('adds each trial to a fold once, whenever it is asked for', () => {
    const added: number[] = [];
    const numbers: HistoryFold<number[]> = {
      start: () => [],
      add(value, { number }) {
        added.push(number);
        value.push(number);
        return value;
      },
    };
    const count: HistoryFold<number> = { start: () => 0, add: (value) => value + 1 };
    const history = createSearchHistory({} as FoldContext);
    expect(history.fold(numbers)).toEqual([]);
    history.add(trial(3));
    history.add(trial(1));
    expect([history.fold(numbers), history.fold(numbers), history.fold(count)]).toEqual([[3, 1], [3, 1], 2]);
    history.add(trial(2));
    expect([history.fold(numbers), history.fold(count)]).toEqual([[3, 1, 2], 3]);
    expect(added).toEqual([3, 1, 2]);
    expect(history.trials.map(({ number }) => number)).toEqual([3, 1, 2]);
  });
});
