import { ease, type Schedule } from './schedule.js';

/** Schedules whose shape is always the same. */
export const constant: Schedule = { name: 'constant', summary: 'the same rate at every step', factor: () => 1 };

export const cosine: Schedule = {
  name: 'cosine',
  summary: 'falls from the rate to 0 along half a cosine (Loshchilov & Hutter 2017, without restarts)',
  factor: (progress) => ease(1, 0, progress),
};

export const step: Schedule = {
  name: 'step',
  summary: 'a tenth of the rate after half of the steps, a hundredth after three quarters (He et al. 2016)',
  factor: (progress) => (progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01),
};

export const oneCycle: Schedule = {
  name: 'one-cycle',
  summary: 'rises from 1/25 of the rate for 30 % of the steps, then falls to 1/10,000 of that (Smith & Topin 2018)',
  factor(progress) {
    const start = 1 / 25;
    const end = start / 1e4;
    const rise = 0.3;
    return progress < rise ? ease(start, 1, progress / rise) : ease(1, end, (progress - rise) / (1 - rise));
  },
};
