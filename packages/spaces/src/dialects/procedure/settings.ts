import * as z from 'zod';
import { oneOf } from '../../schema/choice-list.js';
import { strictSettings } from '../../schema/strict-settings.js';
import { choiceKnob, rangeKnob } from './knobs.js';

export const optimizers = ['sgd', 'momentum', 'adam', 'adamw'] as const;
export const schedules = ['constant', 'cosine', 'step', 'one-cycle'] as const;

const share = (most: number) => z.number().min(0).max(most);

/** Which parts of a training procedure are searched, and where. */
export const procedureSettings = strictSettings({
  optimizer: choiceKnob(
    oneOf('optimizer', optimizers),
    { search: true, choices: [...optimizers] },
    { title: 'Optimizer', description: 'sgd, momentum (sgd with momentum), adam or adamw.' },
  ),
  learningRate: rangeKnob(
    { search: true, low: 1e-4, high: 1e-1, log: true, within: [1e-8, 10] },
    { title: 'Learning rate', description: 'Highest rate of the schedule, per step.' },
  ),
  momentum: rangeKnob(
    { search: true, low: 0.5, high: 0.99, log: false, within: [0, 0.9999] },
    { title: 'Momentum', description: 'Of the optimizer momentum; it has no meaning for the others.' },
  ),
  schedule: choiceKnob(
    oneOf('schedule', schedules),
    { search: true, choices: [...schedules] },
    { title: 'Schedule', description: 'How the learning rate changes over the training.' },
  ),
  warmup: choiceKnob(
    share(0.9),
    { search: true, choices: [0, 0.05, 0.1] },
    { title: 'Warm-up', description: 'Share of all steps in which the rate rises from 0; one-cycle has its own.' },
  ),
  weightDecay: rangeKnob(
    { search: true, low: 1e-6, high: 1e-2, log: true, within: [0, 1] },
    { title: 'Weight decay', description: 'Decoupled for adamw, L2 for the others.' },
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
});

export type ProcedureSettings = z.infer<typeof procedureSettings>;
