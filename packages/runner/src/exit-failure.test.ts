import { describe, expect, it } from '@jest/globals';
import { exitFailure } from './exit-failure.js';

describe('exitFailure', () => {
  it.each([
    [{ code: 134, signal: null, stderr: 'FATAL ERROR: JavaScript heap out of memory' }, 'out-of-memory'],
    [{ code: null, signal: 'SIGKILL' as const, stderr: '' }, 'out-of-memory'],
    [{ code: null, signal: 'SIGSEGV' as const, stderr: 'Segmentation fault' }, 'crashed'],
    [{ code: 3, signal: null, stderr: 'Error: no such thing' }, 'crashed'],
  ])('names %j', (exit, code) => {
    const failure = exitFailure(exit);
    expect(failure.code).toBe(code);
    expect(failure.stderr ?? '').toBe(exit.stderr);
  });
});
