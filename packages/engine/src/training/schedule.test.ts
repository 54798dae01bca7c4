import { describe, expect, it } from '@jest/globals';
import { learningRateAt, schedules } from './schedule.js';
import type { ScheduleShape } from './schedules/schedule.js';

const rate = (schedule: string, step: number, warmup = 0) =>
  learningRateAt({ learningRate: 0.1, schedule, warmup }, step, 100);

const shaped = (schedule: string, shape: ScheduleShape) => (step: number, steps: number) =>
  learningRateAt({ learningRate: 1, schedule, warmup: 0, ...shape }, step, steps);

const close = (values: readonly number[]) => values.map((x) => expect.closeTo(x, 10));

describe('schedules', () => {
  it('has some', () => expect(schedules.names.length).toBeGreaterThan(0));

  it.each(schedules.names)('%s stays in (0, rate] over the whole run, warm-up included', (name) => {
    for (const warmup of [0, 0.1, 0.5]) {
      for (let step = 0; step < 100; step++) {
        expect(rate(name, step, warmup)).toBeGreaterThan(0);
        expect(rate(name, step, warmup)).toBeLessThanOrEqual(0.1 + 1e-12);
      }
    }
  });

  it('warms up linearly to the rate', () => {
    expect([0, 4, 9].map((step) => rate('constant', step, 0.1))).toEqual(
      [0.01, 0.05, 0.1].map((x) => expect.closeTo(x)),
    );
  });

  it('follows the published shapes', () => {
    expect(rate('cosine', 50)).toBeCloseTo(0.05);
    expect([49, 50, 75].map((step) => rate('step', step))).toEqual([0.1, 0.01, 0.001].map((x) => expect.closeTo(x)));
    expect(rate('one-cycle', 0)).toBeCloseTo(0.004);
    expect(rate('one-cycle', 30)).toBeCloseTo(0.1);
  });

  it('restarts each cosine at the rate, in cycles that grow and end with the training', () => {
    // η = ½ (1 + cos(π·T_cur / T_i)) with T_i of 10, 20 and 40 steps.
    const cosine = (t: number, length: number) => (1 + Math.cos((Math.PI * t) / length)) / 2;
    const expected = [10, 20, 40].flatMap((length) => Array.from({ length }, (_, t) => cosine(t, length)));
    expect(expected.map((_, step) => shaped('cosine-restarts', {})(step, 70))).toEqual(close(expected));
    const equal = shaped('cosine-restarts', { scheduleCycles: 2, scheduleGrowth: 1 });
    expect([0, 9, 10, 19].map((step) => equal(step, 20))).toEqual(close([1, cosine(9, 10), 1, cosine(9, 10)]));
    expect(shaped('cosine-restarts', { scheduleCycles: 1 })(30, 100)).toBeCloseTo(rate('cosine', 30) * 10, 10);
  });

  it('falls along a line or a power', () => {
    expect([0, 25, 75].map((step) => shaped('linear', {})(step, 100))).toEqual(close([1, 0.75, 0.25]));
    expect(shaped('polynomial', { schedulePower: 0.5 })(75, 100)).toBeCloseTo(0.5, 10);
    expect(shaped('polynomial', { schedulePower: 1 })(75, 100)).toBeCloseTo(0.25, 10);
  });

  it('goes along lines between given factors', () => {
    const given = shaped('piecewise', { scheduleFactors: [0.2, 1, 0, 0.4] });
    // The factors lie at 0, 10, 20 and 30 of 30 steps.
    expect([0, 5, 10, 15, 20, 29].map((step) => given(step, 30))).toEqual(close([0.2, 0.6, 1, 0.5, 0, 0.36]));
    expect(shaped('piecewise', { scheduleFactors: [0.3] })(29, 30)).toBe(0.3);
  });
});
