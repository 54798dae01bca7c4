import { type Experiment, noTrials, type TrialRun } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.js';

const night = 12 * 3_600_000;
const counts = { ...noTrials, complete: 3, pruned: 1, infeasible: 50 };
const running = {
  state: 'running',
  phase: 'search',
  maxTrials: 10,
  startedAt: 1_000,
  counts,
  deviceMs: 8_000,
  spec: { budget: {} },
} as Experiment;
const run = (startedAt: number, finishedAt: number | null): TrialRun => ({ experimentId: '', startedAt, finishedAt });
const oneByOne = [run(1_000, 3_000), run(3_000, 5_000), run(5_000, 7_000), run(7_000, 9_000)];

describe('timeLeft', () => {
  it('goes by what trials took', () => expect(timeLeft(running, oneByOne, 9_000)).toBe(12_000));

  it('goes by the device seconds that are left where these are fewer', () => {
    const limited = (maxDeviceSeconds: number) =>
      ({ ...running, spec: { budget: { maxDeviceSeconds } } }) as Experiment;
    expect(timeLeft(limited(15), oneByOne, 9_000)).toBe(7_000);
    expect(timeLeft(limited(100), oneByOne, 9_000)).toBe(12_000);
    expect(timeLeft(limited(8), oneByOne, 9_000)).toBe(0);
  });

  it('divides among trials that ran side by side', () => {
    const pairs = [run(1_000, 3_000), run(1_000, 3_000), run(3_000, 5_000), run(3_000, 5_000)];
    expect(timeLeft(running, pairs, 5_000)).toBe(6_000);
    const firstOfFour = [run(1_000, 3_000), run(1_000, null), run(1_000, null), run(1_000, null)];
    expect(timeLeft({ ...running, maxTrials: 9, counts: { ...noTrials, complete: 1 } }, firstOfFour, 3_000)).toBe(
      2_500,
    );
  });

  it('leaves out when nothing ran: a pause over night, the days before an extension', () => {
    const paused = oneByOne.map((each, i) =>
      i < 2 ? each : run(each.startedAt + night, (each.finishedAt ?? 0) + night),
    );
    expect(timeLeft(running, paused, 9_000 + night)).toBe(12_000);
    expect(timeLeft(running, oneByOne, 9_000 + night)).toBe(12_000);
  });

  it('takes off what running trials have done, but no more than a trial takes', () => {
    const left = (startedAt: number) => timeLeft(running, [...oneByOne, run(startedAt, null)], 10_000);
    expect(left(9_000)).toBe(11_000);
    expect(timeLeft({ ...running, maxTrials: 5 }, [...oneByOne, run(9_000, null)], 9_000 + night)).toBe(0);
  });

  it('never counts on more at one time than there are trials left', () => {
    const four = [run(0, 2_000), run(0, 2_000), run(0, 2_000), run(0, 2_000)];
    expect(timeLeft({ ...running, maxTrials: 5 }, four, 2_000)).toBe(2_000);
  });

  it('is unknown before the first end and when nothing is being searched', () => {
    expect(timeLeft(running, [], 9_000)).toBeNull();
    expect(timeLeft(running, [run(1_000, null)], 9_000)).toBeNull();
    expect(timeLeft({ ...running, state: 'paused' }, oneByOne, 9_000)).toBeNull();
    expect(timeLeft({ ...running, phase: 'final' }, oneByOne, 9_000)).toBeNull();
  });
});
