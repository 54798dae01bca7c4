import { createRng, type JsonObject, type TrainingProcedure } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

const context = { inputShape: [8, 8, 1], classes: 2 } as const;
function procedures(settings: JsonObject = {}) {
  const space = requireSpace({
    train: { dialect: 'procedure', ...settings },
    hp: { unused: { type: 'categorical', choices: [1, 2] } },
  });
  const names = space.parameters.map(({ name }) => name).filter((name) => name !== 'hp.unused');
  const samples = Array.from({ length: 80 }, (_, seed) => space.decode(space.sample(createRng(seed)), context).train);
  return { names, samples };
}

const nothing = Object.fromEntries(
  ['optimizer', 'learningRate', 'momentum', 'schedule', 'warmup', 'weightDecay', 'labelSmoothing', 'mixup'].map(
    (knob) => [knob, { search: false }],
  ),
);

describe('procedure', () => {
  it('has momentum for the optimizer momentum only, and no warm-up for one-cycle', () => {
    for (const train of procedures().samples) {
      expect(train?.momentum !== undefined).toBe(train?.optimizer === 'momentum');
      expect(train?.warmup === undefined).toBe(train?.schedule === 'one-cycle');
    }
  });

  it('leaves everything to the task when every knob is off', () => {
    expect(procedures(nothing)).toMatchObject({ names: [] });
    expect(procedures(nothing).samples[0]).toEqual({});
  });

  it('passes fixed values on', () => {
    const fixed = { optimizer: { search: false, value: 'adamw' }, learningRate: { search: false, value: 0.01 } };
    const { names, samples } = procedures({ ...nothing, ...fixed });
    expect(names).toEqual([]);
    expect(samples[0]).toEqual({ optimizer: 'adamw', learningRate: 0.01 });
  });

  it('has of each optimizer, schedule and loss what it uses', () => {
    const everything = {
      optimizer: { choices: ['sgd', 'nesterov', 'rmsprop', 'lamb', 'lion'] },
      schedule: { choices: ['cosine', 'cosine-restarts', 'polynomial', 'piecewise'] },
      loss: { search: true },
      ...Object.fromEntries(
        ['beta1', 'beta2', 'epsilon', 'samRho', 'emaDecay'].map((knob) => [knob, { search: true }]),
      ),
    };
    const { samples, names } = procedures(everything);
    expect(names).toEqual(expect.arrayContaining(['train.scheduleFactors.3', 'train.emaDecay', 'train.samRho']));
    const has = (train: (typeof samples)[number], field: keyof TrainingProcedure) => train?.[field] !== undefined;
    for (const train of samples) {
      const { optimizer = '', schedule, loss } = train ?? {};
      expect(has(train, 'momentum')).toBe(['nesterov', 'rmsprop'].includes(optimizer));
      expect(has(train, 'beta1')).toBe(['lamb', 'lion'].includes(optimizer));
      expect(has(train, 'beta2')).toBe(['lamb', 'lion', 'rmsprop'].includes(optimizer));
      expect(has(train, 'epsilon')).toBe(['lamb', 'rmsprop'].includes(optimizer));
      expect(has(train, 'scheduleCycles')).toBe(schedule === 'cosine-restarts');
      expect(has(train, 'scheduleGrowth')).toBe(schedule === 'cosine-restarts');
      expect(has(train, 'schedulePower')).toBe(schedule === 'polynomial');
      expect(train?.scheduleFactors?.length).toBe(schedule === 'piecewise' ? 4 : undefined);
      expect(has(train, 'focalGamma')).toBe(loss === 'focal');
      expect(has(train, 'polyEpsilon')).toBe(loss === 'poly');
    }
  });

  it('searches by default what it always did', () => {
    expect(procedures().names).toEqual(
      ['optimizer', 'learningRate', 'momentum', 'schedule', 'warmup', 'weightDecay', 'labelSmoothing', 'mixup'].map(
        (knob) => `train.${knob}`,
      ),
    );
  });

  it('takes factors of the rate that are fixed', () => {
    const { samples } = procedures({
      ...nothing,
      schedule: { search: false, value: 'piecewise' },
      scheduleFactors: { search: false, value: [1, 0.2] },
    });
    expect(samples[0]).toEqual({ schedule: 'piecewise', scheduleFactors: [1, 0.2] });
  });

  it('does not search what the fixed choices rule out', () => {
    const { names } = procedures({ optimizer: { choices: ['adam'] }, schedule: { search: false, value: 'one-cycle' } });
    expect(names).not.toContain('train.momentum');
    expect(names).not.toContain('train.warmup');
    expect(names).toContain('train.learningRate');
  });
});
