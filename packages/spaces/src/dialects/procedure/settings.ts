import * as z from 'zod';
import { oneOf } from '../../schema/choice-list.js';
import { choiceKnob, factorsKnob, rangeKnob } from '../../schema/knobs.js';
import { strictSettings } from '../../schema/strict-settings.js';
import { losses, optimizers, schedules } from './names.js';

const share = (most: number) => z.number().min(0).max(most);

/**
 * Which parts of a training procedure are searched, and where. Choices without an order begin with what trains most networks
 * well: a search that has not come to the training yet stands there, at the middle of ranges.
 */
export const procedureSettings = strictSettings({
  optimizer: choiceKnob(
    oneOf('optimizer', optimizers),
    { search: true, choices: ['adamw', 'adam', 'momentum', 'sgd'] },
    { title: 'Optimizer', description: `Some of ${optimizers.join(', ')}.` },
  ),
  learningRate: rangeKnob(
    { search: true, low: 1e-4, high: 1e-1, log: true, within: [1e-8, 10] },
    { title: 'Learning rate', description: 'Highest rate of the schedule, per step.' },
  ),
  momentum: rangeKnob(
    { search: true, low: 0.5, high: 0.99, log: false, within: [0, 0.9999] },
    { title: 'Momentum', description: 'Of momentum, nesterov and rmsprop.' },
  ),
  beta1: rangeKnob(
    { search: false, low: 0.8, high: 0.99, log: false, within: [0, 0.9999] },
    { title: 'β₁', description: 'Decay of the mean gradient: adam, adamw, lamb, lion.', rare: true },
  ),
  beta2: rangeKnob(
    { search: false, low: 0.9, high: 0.9999, log: false, within: [0, 0.99999] },
    { title: 'β₂', description: 'Decay of the mean squared gradient: adam, adamw, lamb, lion, rmsprop.', rare: true },
  ),
  epsilon: rangeKnob(
    { search: false, low: 1e-9, high: 1e-3, log: true, within: [1e-12, 1] },
    { title: 'ε', description: 'Added to the root that adam, adamw, lamb and rmsprop divide by.', rare: true },
  ),
  schedule: choiceKnob(
    oneOf('schedule', schedules),
    { search: true, choices: ['cosine', 'one-cycle', 'step', 'constant'] },
    {
      title: 'Schedule',
      description: `How the learning rate changes over the training: some of ${schedules.join(', ')}.`,
    },
  ),
  warmup: choiceKnob(
    share(0.9),
    { search: true, choices: [0, 0.05, 0.1] },
    { title: 'Warm-up', description: 'Share of all steps in which the rate rises from 0; one-cycle has its own.' },
  ),
  scheduleCycles: choiceKnob(
    z.int().min(1).max(100),
    { search: true, choices: [2, 3, 4] },
    { title: 'Cycles', description: 'Of the schedule cosine-restarts, searched where it is a choice.', rare: true },
  ),
  scheduleGrowth: choiceKnob(
    z.number().min(1).max(10),
    { search: true, choices: [1, 2] },
    { title: 'Growth of cycles', description: 'How much longer than the one before each of them is.', rare: true },
  ),
  schedulePower: rangeKnob(
    { search: true, low: 0.5, high: 4, log: true, within: [1e-3, 10] },
    { title: 'Power', description: 'Of the schedule polynomial, searched where it is a choice.', rare: true },
  ),
  scheduleFactors: factorsKnob(
    { search: true, points: 4 },
    { title: 'Factors', description: 'Of the schedule piecewise, searched where it is a choice.', rare: true },
  ),
  weightDecay: rangeKnob(
    { search: true, low: 1e-6, high: 1e-2, log: true, within: [0, 1] },
    {
      title: 'Weight decay',
      description: 'Decoupled for adamw and lion, in the direction of lamb, L2 for the others.',
    },
  ),
  loss: choiceKnob(
    oneOf('loss', losses),
    { search: false, choices: [...losses] },
    { title: 'Loss', description: 'What training makes small; validation is judged by cross-entropy.', rare: true },
  ),
  focalGamma: rangeKnob(
    { search: true, low: 0.5, high: 5, log: false, within: [0, 10] },
    { title: 'γ', description: 'Of the loss focal, searched where it is a choice.', rare: true },
  ),
  polyEpsilon: rangeKnob(
    { search: true, low: -1, high: 6, log: false, within: [-1, 10] },
    { title: 'ε of poly', description: 'Of the loss poly, searched where it is a choice.', rare: true },
  ),
  labelSmoothing: choiceKnob(
    share(0.9),
    { search: true, choices: [0, 0.05, 0.1] },
    { title: 'Label smoothing', description: 'Share of the target that is spread over all classes.' },
  ),
  mixup: choiceKnob(
    share(10),
    { search: true, choices: [0, 0.1, 0.2, 0.4] },
    { title: 'Mixup', description: 'α of the Beta distribution that pairs of images are mixed by; 0 is off.' },
  ),
  batchSize: choiceKnob(
    z.int().min(1).max(4096),
    { search: false, choices: [32, 64, 128] },
    { title: 'Batch size', description: 'Images per step. Off by default: often searched as a hyperparameter.' },
  ),
  clipNorm: choiceKnob(
    z.number().min(0).max(1e6),
    { search: false, choices: [0, 0.5, 1, 5] },
    { title: 'Gradient clipping', description: 'Largest norm of a step’s gradient; 0 is any.', rare: true },
  ),
  samRho: choiceKnob(
    z.number().min(0).max(10),
    { search: false, choices: [0, 0.02, 0.05, 0.1] },
    { title: 'ρ of SAM', description: 'Sharpness-aware minimisation, twice as long a step; 0 is off.', rare: true },
  ),
  emaDecay: choiceKnob(
    share(0.99999),
    { search: false, choices: [0, 0.9, 0.99, 0.999] },
    { title: 'Decay of the mean weights', description: 'They validate and are saved; 0 is off.', rare: true },
  ),
  dropout: choiceKnob(
    share(0.9),
    { search: false, choices: [0, 0.1, 0.2, 0.5] },
    { title: 'Dropout', description: 'Rate before the last dense layer.', rare: true },
  ),
  dropPath: choiceKnob(
    share(0.9),
    { search: false, choices: [0, 0.1, 0.2] },
    { title: 'Drop-path', description: 'Chance to lose a path of the last block that adds paths up.', rare: true },
  ),
});

export type ProcedureSettings = z.infer<typeof procedureSettings>;
