import type { HyperparameterDescriptor, Schema, TrainingProcedure } from '@cambium/core';
import * as z from 'zod';
import { procedureFields } from './procedure-fields.js';

interface Hyperparameter extends HyperparameterDescriptor {
  /** The part of the training procedure that it sets; null: it is `dropout`, which changes the network. */
  readonly sets: keyof TrainingProcedure | null;
  readonly value: Schema<string | number>;
}

/** Names that the hp branch may use. */
export const hyperparameters = {
  lr: {
    meaning: 'Learning rate: the highest of the schedule, above 0 and at most 10',
    sets: 'learningRate',
    value: procedureFields.learningRate,
  },
  batch: {
    meaning: 'Images per training step, a whole number from 1 to 4096',
    sets: 'batchSize',
    value: procedureFields.batchSize,
  },
  optimizer: { meaning: 'sgd, momentum, nesterov, adam or adamw', sets: 'optimizer', value: procedureFields.optimizer },
  momentum: {
    meaning: 'Momentum of sgd, momentum and nesterov, in [0, 1)',
    sets: 'momentum',
    value: procedureFields.momentum,
  },
  weight_decay: {
    meaning: 'Weight decay, in [0, 1]: decoupled for adamw, L2 otherwise',
    sets: 'weightDecay',
    value: procedureFields.weightDecay,
  },
  schedule: {
    meaning: 'Of the learning rate: constant, cosine, step or one-cycle',
    sets: 'schedule',
    value: procedureFields.schedule,
  },
  warmup: {
    meaning: 'Share of the steps in which the rate rises from 0, in [0, 1)',
    sets: 'warmup',
    value: procedureFields.warmup,
  },
  label_smoothing: {
    meaning: 'Share of the target spread over all classes, in [0, 1)',
    sets: 'labelSmoothing',
    value: procedureFields.labelSmoothing,
  },
  mixup: {
    meaning: 'α of the Beta distribution of mixup, from 0 (off) to 10',
    sets: 'mixup',
    value: procedureFields.mixup,
  },
  dropout: {
    meaning: 'Dropout rate before the last dense layer, in [0, 1)',
    sets: null,
    value: z.number().min(0).lt(1),
  },
} satisfies Record<string, Hyperparameter>;

export type HyperparameterName = keyof typeof hyperparameters;

export function findHyperparameter(name: string): Hyperparameter | undefined {
  return Object.hasOwn(hyperparameters, name) ? hyperparameters[name as HyperparameterName] : undefined;
}
