import type { TrainingProcedure } from '@cambium/core';

/** What a procedure says about the shape of its schedule; each schedule has defaults for what it uses. */
export type ScheduleShape = Pick<
  TrainingProcedure,
  'scheduleCycles' | 'scheduleGrowth' | 'schedulePower' | 'scheduleFactors'
>;

/** A learning-rate schedule: the factor of the base rate at `progress`, the share of steps after warm-up, in [0, 1). */
export interface Schedule {
  readonly name: string;
  readonly summary: string;
  factor(progress: number, shape: ScheduleShape): number;
}

/** From `a` to `b` along half a cosine, for `t` in [0, 1]. */
export function ease(a: number, b: number, t: number): number {
  return b + ((a - b) * (1 + Math.cos(Math.PI * t))) / 2;
}
