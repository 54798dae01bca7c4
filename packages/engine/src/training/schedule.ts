import { createRegistry, type Registry, type TrainingProcedure } from '@cambium/core';

/** A learning-rate schedule: the factor of the base rate at `progress`, the share of steps after warm-up, in [0, 1). */
export interface Schedule {
  readonly name: string;
  readonly summary: string;
  factor(progress: number): number;
}

const constant: Schedule = { name: 'constant', summary: 'the same rate at every step', factor: () => 1 };

const cosine: Schedule = {
  name: 'cosine',
  summary: 'falls from the rate to 0 along half a cosine (Loshchilov & Hutter 2017, without restarts)',
  factor: (progress) => (1 + Math.cos(Math.PI * progress)) / 2,
};

const step: Schedule = {
  name: 'step',
  summary: 'a tenth of the rate after half of the steps, a hundredth after three quarters (He et al. 2016)',
  factor: (progress) => (progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01),
};

const oneCycle: Schedule = {
  name: 'one-cycle',
  summary: 'rises from 1/25 of the rate for 30 % of the steps, then falls to 1/10,000 of that (Smith & Topin 2018)',
  factor(progress) {
    const start = 1 / 25;
    const end = start / 1e4;
    const rise = 0.3;
    return progress < rise ? ease(start, 1, progress / rise) : ease(1, end, (progress - rise) / (1 - rise));
  },
};

/** From `a` to `b` along half a cosine, for `t` in [0, 1]. */
function ease(a: number, b: number, t: number): number {
  return b + ((a - b) * (1 + Math.cos(Math.PI * t))) / 2;
}

export const schedules: Registry<Schedule> = createRegistry('schedule', [constant, cosine, step, oneCycle]);

/**
 * The learning rate of step `step` (from 0) out of `steps`. Warm-up rises linearly over its share of the steps and ends
 * at the base rate; the schedule runs over the rest.
 */
export function learningRateAt(
  { learningRate, schedule, warmup }: Pick<TrainingProcedure, 'learningRate' | 'schedule' | 'warmup'>,
  step: number,
  steps: number,
): number {
  const warmupSteps = Math.round(warmup * steps);
  if (step < warmupSteps) return (learningRate * (step + 1)) / warmupSteps;
  const progress = (step - warmupSteps) / Math.max(1, steps - warmupSteps);
  return learningRate * schedules.get(schedule).factor(progress);
}
