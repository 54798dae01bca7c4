import { describe, expect, it } from '@jest/globals';
import { learningRateAt, schedules } from './schedule.js';

const rate = (schedule: string, step: number, warmup = 0) =>
  learningRateAt({ learningRate: 0.1, schedule, warmup }, step, 100);

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
});
