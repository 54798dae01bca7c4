import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { hyperparameters } from './hyperparameters.js';
import { imageClassificationSettings } from './settings.js';
import { trainingOf } from './training-procedure.js';

const settings = imageClassificationSettings.parse({ training: { learningRate: 0.005, mixup: 0.2 } });

describe('trainingOf', () => {
  it('takes the task’s settings, then the train branch, then hyperparameters', () => {
    const train = { learningRate: 0.01, labelSmoothing: 0.1, optimizer: 'momentum' };
    const procedure = trainingOf({ train, hp: { lr: 0.02, batch: 32, dropout: 0.5 } }, settings);
    expect(procedure).toEqual({
      ...settings.training,
      momentum: 0.9,
      mixup: 0.2,
      optimizer: 'momentum',
      labelSmoothing: 0.1,
      learningRate: 0.02,
      batchSize: 32,
      dropout: 0.5,
    });
  });

  it('knows every hyperparameter by its meaning', () => {
    const hp = {
      lr: 0.1,
      batch: 8,
      optimizer: 'sgd',
      momentum: 0.5,
      weight_decay: 0.01,
      schedule: 'step',
      warmup: 0.2,
      label_smoothing: 0.3,
      mixup: 0.4,
      beta1: 0.8,
      beta2: 0.95,
      epsilon: 1e-6,
      clip_norm: 1,
      sam_rho: 0.05,
      ema_decay: 0.99,
      dropout: 0.2,
      drop_path: 0.1,
      schedule_cycles: 4,
      schedule_growth: 1.5,
      schedule_power: 3,
      loss: 'poly',
      focal_gamma: 1,
      poly_epsilon: -1,
    };
    expect(Object.keys(hp).sort()).toEqual(Object.keys(hyperparameters).sort());
    expect(trainingOf({ hp }, settings)).toEqual({
      learningRate: 0.1,
      batchSize: 8,
      optimizer: 'sgd',
      momentum: 0.5,
      weightDecay: 0.01,
      schedule: 'step',
      warmup: 0.2,
      labelSmoothing: 0.3,
      mixup: 0.4,
      beta1: 0.8,
      beta2: 0.95,
      epsilon: 1e-6,
      clipNorm: 1,
      samRho: 0.05,
      emaDecay: 0.99,
      dropout: 0.2,
      dropPath: 0.1,
      scheduleCycles: 4,
      scheduleGrowth: 1.5,
      schedulePower: 3,
      loss: 'poly',
      focalGamma: 1,
      polyEpsilon: -1,
    });
  });

  it('gives plain sgd and rmsprop no momentum that nobody asked for', () => {
    expect(trainingOf({ train: { optimizer: 'rmsprop' } }, settings).momentum).toBe(0);
    expect(trainingOf({ hp: { optimizer: 'sgd' } }, settings).momentum).toBe(0);
    expect(trainingOf({ hp: { optimizer: 'sgd', momentum: 0.8 } }, settings).momentum).toBe(0.8);
    expect(trainingOf({ train: { optimizer: 'nesterov' } }, settings).momentum).toBe(0.9);
  });

  it.each([
    [{ hp: { learningrate: 1 } }, 'hp.learningrate', 'unknown hyperparameter "learningrate"'],
    [{ hp: { batsh: 1 } }, 'hp.batsh', 'did you mean "batch"?'],
    [{ hp: { lr: 0 } }, 'hp.lr', 'lr = 0'],
    [{ hp: { dropout: 1 } }, 'hp.dropout', 'dropout = 1'],
    [{ hp: { optimizer: 'adma' } }, 'hp.optimizer', 'did you mean "adam"?'],
    [{ train: { batchSize: 0.5 } }, 'train.batchSize', 'train.batchSize'],
  ])('refuses %j and says where', (design, path, message) => {
    let thrown: unknown;
    try {
      trainingOf(design, settings);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CambiumError);
    const { code, issues, message: whole } = thrown as CambiumError;
    expect(code).toBe('fix-input');
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    expect(whole).toContain(message);
  });
});

describe('settings', () => {
  it('have a default for all but the sizes', () => {
    expect(imageClassificationSettings.parse({})).toMatchObject({
      dataset: 'fashion-mnist',
      epochs: 5,
      backend: 'auto',
      training: { optimizer: 'adamw', learningRate: 0.002, batchSize: 64 },
    });
  });

  it('answer a misspelt backend with the one that was probably meant', () => {
    const parsed = imageClassificationSettings.safeParse({ backend: 'wsam' });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['backend'], message: expect.stringContaining('"wasm"?') });
    expect(imageClassificationSettings.parse({ backend: 'native' }).backend).toBe('native');
  });

  it('answer a misspelt one with what was probably meant', () => {
    const parsed = imageClassificationSettings.safeParse({ epoch: 4, training: { learningrate: 1 } });
    const messages = parsed.error?.issues.map((issue) => issue.message).join(' ');
    expect(messages).toContain('did you mean "epochs"?');
    expect(messages).toContain('did you mean "learningRate"?');
  });
});
