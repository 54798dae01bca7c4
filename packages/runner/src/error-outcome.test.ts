import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { errorOutcome } from './error-outcome.js';

describe('errorOutcome', () => {
  it.each([
    ['V8’s', new RangeError('Array buffer allocation failed'), 'out-of-memory', true],
    ['WASM’s', new WebAssembly.RuntimeError('memory access out of bounds'), 'out-of-memory', true],
    ['the engine’s', new RangeError('out of memory: a tensor of 9 MiB finds no room in 4 GiB'), 'out-of-memory', true],
    ['TensorFlow’s', new Error('OOM when allocating tensor with shape[4096,4096]'), 'out-of-memory', true],
    ['a bug', new TypeError('x is undefined'), 'error', true],
    ['a thrown word', 'why', 'error', true],
    ['an absent device', new CambiumError('give-up', 'no CUDA here'), 'error', true],
    ['an unknown task', new CambiumError('fix-input', 'unknown task'), 'bad-input', false],
  ])('%s', (_, error, code, retry) => {
    expect(errorOutcome(error)).toMatchObject({ kind: 'failed', retry, failure: { code } });
  });
});
