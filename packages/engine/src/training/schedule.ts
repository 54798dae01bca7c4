import { createRegistry, type Registry, type TrainingProcedure } from '@cambium/core';
import { cosineRestarts } from './schedules/cosine-restarts.js';
import { constant, cosine, oneCycle, step as stepwise } from './schedules/fixed.js';
import { piecewise } from './schedules/piecewise.js';
import { linear, polynomial } from './schedules/polynomial.js';
import type { Schedule, ScheduleShape } from './schedules/schedule.js';

export const schedules: Registry<Schedule> = createRegistry('schedule', [
  constant,
  cosine,
  cosineRestarts,
  linear,
  polynomial,
  piecewise,
  stepwise,
  oneCycle,
]);

/**
 * The learning rate of step `step` (from 0) out of `steps`. Warm-up rises linearly over its share of the steps and ends
 * at the base rate; the schedule runs over the rest.
 */
export function learningRateAt(
  procedure: Pick<TrainingProcedure, 'learningRate' | 'schedule' | 'warmup'> & ScheduleShape,
  step: number,
  steps: number,
): number {
  const { learningRate, schedule, warmup } = procedure;
  const warmupSteps = Math.round(warmup * steps);
  if (step < warmupSteps) return (learningRate * (step + 1)) / warmupSteps;
  const progress = (step - warmupSteps) / Math.max(1, steps - warmupSteps);
  return learningRate * schedules.get(schedule).factor(progress, procedure);
}
