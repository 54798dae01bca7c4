import type { UpdateRule } from '@cambium/core';
import { losses, oneOf, optimizers, schedules } from '@cambium/spaces';
import * as z from 'zod';

/** The optimizer whose rule is data, which settings and hyperparameters can't give. */
export const ruleOptimizer = 'update-rule';

/** Its names are checked by the engine. */
const updateRule: z.ZodType<UpdateRule> = z.lazy(() =>
  z.union([
    z.strictObject({ operand: z.string() }),
    z.strictObject({ function: z.string(), of: updateRule }),
    z.strictObject({ combine: z.string(), left: updateRule, right: updateRule }),
  ]),
);

/**
 * The numbers and names of a training procedure with the limits that training accepts, wherever they come from: the
 * task's settings, the train branch or a hyperparameter.
 */
export const procedureFields = {
  optimizer: oneOf('optimizer', optimizers),
  learningRate: z.number().positive().max(10),
  schedule: oneOf('schedule', schedules),
  warmup: z.number().min(0).lt(1),
  weightDecay: z.number().min(0).max(1),
  momentum: z.number().min(0).lt(1),
  labelSmoothing: z.number().min(0).lt(1),
  mixup: z.number().min(0).max(10),
  batchSize: z.int().min(1).max(4096),
};

const belowOne = z.number().min(0).lt(1);

/** What a procedure may leave out: it is off then, or has the default of what uses it. */
export const optionalFields = {
  beta1: belowOne,
  beta2: belowOne,
  epsilon: z.number().positive().max(1),
  updateRule,
  scheduleCycles: z.int().min(1).max(100),
  scheduleGrowth: z.number().min(1).max(10),
  schedulePower: z.number().positive().max(10),
  scheduleFactors: z.array(z.number().min(0).max(1)).min(1).max(100),
  loss: oneOf('loss', losses),
  focalGamma: z.number().min(0).max(10),
  polyEpsilon: z.number().min(-1).max(10),
  clipNorm: z.number().min(0).max(1e6),
  samRho: z.number().min(0).max(10),
  emaDecay: belowOne,
  dropout: belowOne,
  dropPath: belowOne,
};
