import { describe, expect, it } from '@jest/globals';
import type { TrainingProcedure } from './design.js';
import { procedureSentence } from './procedure-sentence.js';

describe('procedureSentence', () => {
  it.each<[string | undefined, Partial<TrainingProcedure>]>([
    [undefined, {}],
    [undefined, { mixup: 0, labelSmoothing: 0, samRho: 0 }],
    ['Weights follow adamw.', { optimizer: 'adamw' }],
    [
      'Weights follow momentum (momentum 0.912) at a rate of 0.0123 that falls along a cosine after a warm-up of 5 % of the steps, with weight decay 0.0001 and labels smoothed by 0.1.',
      {
        optimizer: 'momentum',
        momentum: 0.91234,
        learningRate: 0.012345,
        schedule: 'cosine',
        warmup: 0.05,
        weightDecay: 1e-4,
        labelSmoothing: 0.1,
        mixup: 0,
      },
    ],
    [
      'Weights follow ΔW = −η · g · sign(m̂) at a rate of 0.1.',
      {
        optimizer: 'update-rule',
        updateRule: { combine: 'multiply', left: { operand: 'g' }, right: { operand: 'sign(m)' } },
        learningRate: 0.1,
      },
    ],
    [
      'Weights are trained at the task’s rate times 1 → 0.3 on the way, with the loss focal (γ 1.5), sharpness-aware steps of ρ 0.05 and weights averaged by 0.99.',
      {
        schedule: 'piecewise',
        scheduleFactors: [1, 0.3],
        loss: 'focal',
        focalGamma: 1.5,
        samRho: 0.05,
        emaDecay: 0.99,
      },
    ],
    ['Weights are trained with drop-path 0.2.', { dropPath: 0.2 }],
    [
      'Weights follow lion (β₁ 0.95) at the task’s rate by the schedule later.',
      { optimizer: 'lion', beta1: 0.95, schedule: 'later' },
    ],
    [
      'Weights follow sgd at the task’s rate that falls along 3 cosines, each 2 times as long as the one before.',
      { optimizer: 'sgd', momentum: 0, schedule: 'cosine-restarts', scheduleCycles: 3, scheduleGrowth: 2 },
    ],
  ])('says: %s', (sentence, said) => expect(procedureSentence(said)).toBe(sentence));
});
