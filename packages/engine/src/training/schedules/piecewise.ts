import type { Schedule } from './schedule.js';

const fallback = [1, 0.5, 0.1, 0.01];

/** Lines between `scheduleFactors`, which lie at equal distances from the begin of the schedule to its end. */
export const piecewise: Schedule = {
  name: 'piecewise',
  summary: 'lines between factors of the rate that can be searched, at equal distances; 1, 0.5, 0.1, 0.01 if unset',
  factor(progress, { scheduleFactors = fallback }) {
    const place = progress * (scheduleFactors.length - 1);
    const before = Math.floor(place);
    const from = scheduleFactors[before] ?? 1;
    return from + (place - before) * ((scheduleFactors[before + 1] ?? from) - from);
  },
};
