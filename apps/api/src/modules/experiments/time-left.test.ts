import { type Experiment, noTrials } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.js';

const running = { state: 'running', phase: 'search', maxTrials: 10, startedAt: 1_000, counts: noTrials } as Experiment;

describe('timeLeft', () => {
  it('goes by the pace so far', () => {
    const counts = { ...noTrials, complete: 3, pruned: 1, infeasible: 50, running: 2 };
    expect(timeLeft({ ...running, counts }, 9_000)).toBe(12_000);
  });

  it('is unknown before the first end and when nothing is being searched', () => {
    expect(timeLeft(running, 9_000)).toBeNull();
    const counts = { ...noTrials, complete: 3 };
    expect(timeLeft({ ...running, counts, state: 'paused' }, 9_000)).toBeNull();
    expect(timeLeft({ ...running, counts, phase: 'final' }, 9_000)).toBeNull();
  });
});
