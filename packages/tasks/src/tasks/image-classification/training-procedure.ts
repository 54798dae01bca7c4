import { CambiumError, type Design, type Issue, type TrainingProcedure, unknownName } from '@cambium/core';
import { oneOf, optimizers } from '@cambium/spaces';
import * as z from 'zod';
import { findHyperparameter, hyperparameters } from './hyperparameters.js';
import { optionalFields, procedureFields, ruleOptimizer } from './procedure-fields.js';
import type { ImageClassificationSettings } from './settings.js';

const procedure = z.strictObject({
  ...procedureFields,
  optimizer: oneOf('optimizer', [...optimizers, ruleOptimizer]),
  beta1: z.exactOptional(optionalFields.beta1),
  beta2: z.exactOptional(optionalFields.beta2),
  epsilon: z.exactOptional(optionalFields.epsilon),
  updateRule: z.exactOptional(optionalFields.updateRule),
  scheduleCycles: z.exactOptional(optionalFields.scheduleCycles),
  scheduleGrowth: z.exactOptional(optionalFields.scheduleGrowth),
  schedulePower: z.exactOptional(optionalFields.schedulePower),
  scheduleFactors: z.exactOptional(optionalFields.scheduleFactors),
  loss: z.exactOptional(optionalFields.loss),
  focalGamma: z.exactOptional(optionalFields.focalGamma),
  polyEpsilon: z.exactOptional(optionalFields.polyEpsilon),
  clipNorm: z.exactOptional(optionalFields.clipNorm),
  samRho: z.exactOptional(optionalFields.samRho),
  emaDecay: z.exactOptional(optionalFields.emaDecay),
  dropout: z.exactOptional(optionalFields.dropout),
  dropPath: z.exactOptional(optionalFields.dropPath),
});

/** Optimizers that have momentum only where somebody asks for it. */
const plain: readonly string[] = ['sgd', 'rmsprop'];

/**
 * How a design is trained. Where several say, the later wins: the task's settings, the train branch, the hp branch.
 * @throws CambiumError `fix-input` when the hp branch uses an unknown name or a value that training does not accept.
 */
export function trainingOf(design: Design, { training }: ImageClassificationSettings): TrainingProcedure {
  const issues: Issue[] = [];
  const overrides: { -readonly [Key in keyof TrainingProcedure]?: string | number } = {};
  for (const [name, value] of Object.entries(design.hp ?? {})) {
    const known = findHyperparameter(name);
    if (known === undefined) {
      const message = unknownName('hyperparameter', name, Object.keys(hyperparameters));
      issues.push({ path: ['hp', name], code: 'unknown-hyperparameter', message });
      continue;
    }
    const parsed = known.value.safeParse(value);
    if (!parsed.success) {
      const message = `${name} = ${JSON.stringify(value)}: ${parsed.error.issues.map((p) => p.message).join('; ')}`;
      issues.push({ path: ['hp', name], code: 'bad-value', message });
    } else overrides[known.sets] = parsed.data;
  }
  const given = { ...training, ...design.train, ...overrides };
  const momentum = given.momentum ?? (plain.some((name) => name === given.optimizer) ? 0 : 0.9);
  const merged = procedure.safeParse({ ...given, momentum });
  if (merged.success && issues.length === 0) return merged.data;
  for (const problem of merged.error?.issues ?? []) {
    const path = ['train', ...problem.path.map(String)];
    issues.push({ path, code: 'bad-value', message: `${path.join('.')}: ${problem.message}` });
  }
  throw new CambiumError('fix-input', `this trial can't be trained: ${issues.map((i) => i.message).join('; ')}`, {
    issues,
  });
}
