import type { HyperparameterDescriptor, Schema, TrainingProcedure } from '@cambium/core';
import { losses, optimizers, schedules } from '@cambium/spaces';
import { optionalFields, procedureFields } from './procedure-fields.js';

interface Hyperparameter extends HyperparameterDescriptor {
  /** The part of the training procedure that it sets. */
  readonly sets: keyof TrainingProcedure;
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
  optimizer: { meaning: `One of ${optimizers.join(', ')}`, sets: 'optimizer', value: procedureFields.optimizer },
  momentum: {
    meaning: 'Momentum of sgd, momentum, nesterov and rmsprop, in [0, 1)',
    sets: 'momentum',
    value: procedureFields.momentum,
  },
  beta1: {
    meaning: 'Decay of the mean gradient of adam, adamw, lamb and lion, in [0, 1)',
    sets: 'beta1',
    value: optionalFields.beta1,
  },
  beta2: {
    meaning: 'Decay of the mean squared gradient of adam, adamw, lamb, rmsprop, and of lion’s memory, in [0, 1)',
    sets: 'beta2',
    value: optionalFields.beta2,
  },
  epsilon: {
    meaning: 'What adam, adamw, lamb and rmsprop add to the root they divide by, above 0 and at most 1',
    sets: 'epsilon',
    value: optionalFields.epsilon,
  },
  clip_norm: {
    meaning: 'Largest norm of a step’s gradient, 0 for any',
    sets: 'clipNorm',
    value: optionalFields.clipNorm,
  },
  weight_decay: {
    meaning: 'Weight decay, in [0, 1]: decoupled for adamw and lion, in the direction of lamb, L2 otherwise',
    sets: 'weightDecay',
    value: procedureFields.weightDecay,
  },
  schedule: {
    meaning: `Of the learning rate, one of ${schedules.join(', ')}`,
    sets: 'schedule',
    value: procedureFields.schedule,
  },
  warmup: {
    meaning: 'Share of the steps in which the rate rises from 0, in [0, 1)',
    sets: 'warmup',
    value: procedureFields.warmup,
  },
  schedule_cycles: {
    meaning: 'Cycles of the schedule cosine-restarts, a whole number from 1 to 100',
    sets: 'scheduleCycles',
    value: optionalFields.scheduleCycles,
  },
  schedule_growth: {
    meaning: 'How much longer each cycle of cosine-restarts is than the one before, from 1 to 10',
    sets: 'scheduleGrowth',
    value: optionalFields.scheduleGrowth,
  },
  schedule_power: {
    meaning: 'Power of the schedule polynomial, above 0 and at most 10',
    sets: 'schedulePower',
    value: optionalFields.schedulePower,
  },
  loss: { meaning: `What training makes small, one of ${losses.join(', ')}`, sets: 'loss', value: optionalFields.loss },
  focal_gamma: {
    meaning: 'γ of the loss focal, from 0 to 10',
    sets: 'focalGamma',
    value: optionalFields.focalGamma,
  },
  poly_epsilon: {
    meaning: 'ε of the loss poly, from −1 to 10',
    sets: 'polyEpsilon',
    value: optionalFields.polyEpsilon,
  },
  sam_rho: {
    meaning: 'ρ of sharpness-aware minimisation, from 0 (off) to 10; a step takes twice as long',
    sets: 'samRho',
    value: optionalFields.samRho,
  },
  ema_decay: {
    meaning: 'Decay of the mean of the weights that is validated and saved, in [0, 1), 0 for the last weights',
    sets: 'emaDecay',
    value: optionalFields.emaDecay,
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
    sets: 'dropout',
    value: optionalFields.dropout,
  },
  drop_path: {
    meaning: 'Chance that an image loses a path of the last block that adds paths up, in [0, 1)',
    sets: 'dropPath',
    value: optionalFields.dropPath,
  },
} satisfies Record<string, Hyperparameter>;

export type HyperparameterName = keyof typeof hyperparameters;

export function findHyperparameter(name: string): Hyperparameter | undefined {
  return Object.hasOwn(hyperparameters, name) ? hyperparameters[name as HyperparameterName] : undefined;
}
