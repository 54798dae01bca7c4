import { describe, expect, it } from '@jest/globals';
import { otherTrial } from './other-trial.js';

const trial = (number: number, op: string, mode: string | null = null) => ({
  number,
  mode,
  params: { 'arch.edge': op, 'hp.lr': number / 10 },
});

describe('what a trial is compared with', () => {
  it('is the best', () => {
    expect(otherTrial(trial(1, 'conv'), 3, [])).toBe(3);
  });

  it('is for the best itself the nearest of another architecture, never a supernet, which has none', () => {
    const near = [
      trial(0, 'pool', 'supernet'),
      trial(1, 'skip', 'shared-weights'),
      trial(2, 'conv', 'shared-weights'),
      trial(3, 'conv'),
      trial(4, 'pool', 'supernet'),
      trial(5, 'pool'),
      trial(6, 'none'),
    ];
    const best = trial(3, 'conv');
    expect(otherTrial(best, 3, near)).toBe(1);
    expect(otherTrial(best, 3, near.slice(2))).toBe(5);
    expect(otherTrial(best, null, near.slice(2))).toBe(5);
    expect(otherTrial(best, 3, near.slice(2, 5))).toBeNull();
  });
});
