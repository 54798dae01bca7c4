import type { Schedule } from './schedule.js';

export const linear: Schedule = {
  name: 'linear',
  summary: 'falls from the rate to 0 along a line',
  factor: (progress) => 1 - progress,
};

export const polynomial: Schedule = {
  name: 'polynomial',
  summary: 'falls from the rate to 0 as a power of what is left of the training, 2 unless another is given',
  factor: (progress, { schedulePower = 2 }) => (1 - progress) ** schedulePower,
};
