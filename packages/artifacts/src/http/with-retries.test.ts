import { CambiumError } from '@cambium/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withRetries } from './with-retries.js';

const busy = () => Promise.reject(new CambiumError('retry', 'busy'));

describe('withRetries', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes on for ten minutes by default, with pauses that stay below five seconds', async () => {
    const at: number[] = [];
    const start = performance.now();
    const failing = withRetries({}, () => {
      at.push(performance.now() - start);
      return busy();
    });
    const failure = failing.catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(620_000);
    expect(await failure).toMatchObject({ code: 'retry', message: 'busy' });
    const pauses = at.slice(1).map((time, i) => time - (at[i] as number));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5000);
    expect(at.at(-1)).toBeGreaterThanOrEqual(595_000);
    expect(at.at(-1)).toBeLessThan(606_000);
  });

  it('throws what trying again can’t help at once', async () => {
    const refused = new CambiumError('fix-input', 'too large');
    await expect(withRetries({}, () => Promise.reject(refused))).rejects.toBe(refused);
    await expect(withRetries({}, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(jest.getTimerCount()).toBe(0);
  });
});
