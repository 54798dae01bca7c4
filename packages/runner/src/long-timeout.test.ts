import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startLongTimeout } from './long-timeout.js';

const days = (count: number) => count * 24 * 3600 * 1000;

describe('startLongTimeout', () => {
  let rung = 0;
  beforeEach(() => {
    jest.useFakeTimers();
    rung = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const start = (ms: number) => startLongTimeout(ms, () => (rung += 1));

  it.each([days(1), days(30), days(90)])('ends after %i ms and not before', (ms) => {
    start(ms);
    jest.advanceTimersByTime(ms - 1);
    expect(rung).toBe(0);
    jest.advanceTimersByTime(1);
    expect(rung).toBe(1);
  });

  it('can be cancelled in any part of its way', () => {
    const cancel = start(days(30));
    jest.advanceTimersByTime(days(27));
    cancel();
    jest.advanceTimersByTime(days(10));
    expect([rung, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
