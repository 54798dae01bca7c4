import type { FinishedTrial, HistoryFold } from '@cambium/core';

/** Every told trial by its number. */
export const trialsByNumber: HistoryFold<Map<number, FinishedTrial>> = {
  start: () => new Map(),
  add: (byNumber, trial) => byNumber.set(trial.number, trial),
};
