import { ease, type Schedule } from './schedule.js';

/**
 * Loshchilov & Hutter 2017, SGDR: `scheduleCycles` cosines one after the other, each `scheduleGrowth` (their T_mult) times
 * as long as the one before. The first is as long as makes the last end with the training.
 */
export const cosineRestarts: Schedule = {
  name: 'cosine-restarts',
  summary: 'cosines that start again at the rate: 3, each twice as long as the one before (Loshchilov & Hutter 2017)',
  factor(progress, { scheduleCycles = 3, scheduleGrowth = 2 }) {
    const lengths = Array.from({ length: scheduleCycles }, (_, cycle) => scheduleGrowth ** cycle);
    let rest = progress * lengths.reduce((sum, length) => sum + length, 0);
    for (const length of lengths) {
      if (rest < length) return ease(1, 0, rest / length);
      rest -= length;
    }
    return 0;
  },
};
