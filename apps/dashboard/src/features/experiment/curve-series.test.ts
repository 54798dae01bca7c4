import type { TrialRowFragment } from '@cambium/graphql';
import { describe, expect, it } from '@jest/globals';
import { curveSeries } from './curve-series.js';
import type { Curve } from './extend-curves.js';

const curve = (trialNumber: number): Curve => ({
  trialNumber,
  state: 'complete',
  mode: null,
  fidelity: null,
  objective: 0.5,
  step: [1, 2],
  value: [0.1, 0.5],
});
const baseline = (number: number, policy: string) =>
  ({ number, mode: 'baseline', params: { 'aug.policy': policy }, metrics: {} }) as unknown as TrialRowFragment;
const baselines = [baseline(1, 'none'), baseline(2, 'trivialaugment-wide'), baseline(9, 'none')];

describe('curveSeries', () => {
  it('names the baselines, those of one policy in one colour', () => {
    const series = curveSeries([0, 1, 2, 9].map(curve), { selected: [], baselines });
    expect(series.map(({ label }) => label)).toEqual([
      'Trial 0',
      'Trial 1, baseline: no augmentation',
      'Trial 2, baseline: trivialaugment-wide',
      'Trial 9, baseline: no augmentation',
    ]);
    const [, none, trivial, again] = series.map(({ color }) => color);
    expect(again).toBe(none);
    expect(trivial).not.toBe(none);
  });

  it('has the selected trials in front, and the others but for baselines step back', () => {
    const series = curveSeries([0, 1, 3].map(curve), { selected: [0], baselines });
    expect(series.map(({ id, strong, faint }) => [id, strong, faint])).toEqual([
      ['1', false, false],
      ['3', false, true],
      ['0', true, false],
    ]);
  });
});
