import { createRng, type JsonObject } from '@cambium/core';
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

  it('does not search what the fixed choices rule out', () => {
    const { names } = procedures({ optimizer: { choices: ['adam'] }, schedule: { search: false, value: 'one-cycle' } });
    expect(names).not.toContain('train.momentum');
    expect(names).not.toContain('train.warmup');
    expect(names).toContain('train.learningRate');
  });
});
