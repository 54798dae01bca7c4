import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure-of.js';

describe('failureOf', () => {
  it.each([
    [new RangeError('Array buffer allocation failed'), 'out-of-memory', false],
    [new WebAssembly.RuntimeError('memory access out of bounds'), 'out-of-memory', false],
    [new Error('OOM when allocating tensor with shape[4096,4096]'), 'out-of-memory', false],
    [new CambiumError('fix-input', 'lr = 0'), 'bad-input', false],
    [new CambiumError('give-up', 'no CUDA here'), 'error', true],
  ])('%j: %s', (error, code, retry) => {
    expect(failureOf(error)).toMatchObject({ kind: 'failed', retry, failure: { code } });
  });

  it('leaves bugs alone', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBeUndefined();
    expect(failureOf('a string')).toBeUndefined();
  });
});
