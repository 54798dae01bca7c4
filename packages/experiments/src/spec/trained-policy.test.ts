import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { trainedPolicy } from './trained-policy.js';

const space = requireSpace({ aug: { dialect: 'randaugment', subset: 'all', counts: [1] } });
const within = { space, context: { inputShape: [8, 8, 1], classes: 2 } as const, maxStep: 40 };
const slice = (fidelity: number | null, magnitude: number) => ({ fidelity, params: { 'aug.magnitude': magnitude } });

describe('trainedPolicy', () => {
  it('is a schedule of what the line of trials had, with shares of the training', () => {
    const policy = trainedPolicy([slice(10, 0.2), slice(20, 0.2), slice(30, 0.5), slice(null, 0.8)], within);
    expect(policy).toMatchObject({
      kind: 'schedule',
      phases: [
        { from: 0, policy: { magnitude: 0.2 } },
        { from: 0.5, policy: { magnitude: 0.5 } },
        { from: 0.75, policy: { magnitude: 0.8 } },
      ],
    });
  });

  it('is none where nothing changed, or where there is no augmentation', () => {
    expect(trainedPolicy([slice(10, 0.2), slice(20, 0.2)], within)).toBeUndefined();
    expect(trainedPolicy([slice(null, 0.2)], within)).toBeUndefined();
    const plain = requireSpace({ hp: { lr: { type: 'float', low: 0, high: 1 } } });
    const line = [
      { fidelity: 1, params: { 'hp.lr': 0.1 } },
      { fidelity: 2, params: { 'hp.lr': 0.2 } },
    ];
    expect(trainedPolicy(line, { ...within, space: plain })).toBeUndefined();
  });
});
