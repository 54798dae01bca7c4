import { describe, expect, it } from '@jest/globals';
import { exitOutcome } from './exit-outcome.js';

describe('exitOutcome', () => {
  it.each([
    [{ code: 134, signal: null, stderr: 'FATAL ERROR: JavaScript heap out of memory' }, 'out-of-memory'],
    [{ code: null, signal: 'SIGKILL' as const, stderr: '' }, 'out-of-memory'],
    [{ code: null, signal: 'SIGSEGV' as const, stderr: 'Segmentation fault' }, 'crashed'],
    [{ code: 3, signal: null, stderr: 'Error: no such thing' }, 'crashed'],
  ])('names %j and has the trial tried again', (exit, code) => {
    const { failure, retry } = exitOutcome(exit);
    expect([failure.code, retry]).toEqual([code, true]);
    expect(failure.stderr ?? '').toBe(exit.stderr);
  });
});
