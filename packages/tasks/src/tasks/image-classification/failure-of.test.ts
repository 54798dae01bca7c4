import { CambiumError } from '@cambium/core';
import { openBackend } from '@cambium/engine';
import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure-of.js';

describe('failureOf', () => {
  it.each([
    ['V8’s', new RangeError('Array buffer allocation failed'), 'out-of-memory', false],
    ['WASM’s', new WebAssembly.RuntimeError('memory access out of bounds'), 'out-of-memory', false],
    ['TensorFlow’s', new Error('OOM when allocating tensor with shape[4096,4096]'), 'out-of-memory', false],
    ['a wrong input', new CambiumError('fix-input', 'lr = 0'), 'bad-input', false],
    ['an absent device', new CambiumError('give-up', 'no CUDA here'), 'error', true],
  ])('%s', (_, error, code, retry) => {
    expect(failureOf(error)).toMatchObject({ kind: 'failed', retry, failure: { code } });
  });

  it('a tensor that WASM has no room for', async () => {
    const { tf } = await openBackend('wasm');
    const allocate = async () => tf.tidy(() => tf.broadcastTo(tf.scalar(0), [2 ** 30, 4]));
    const error: unknown = await allocate().catch((reason: unknown) => reason);
    expect(failureOf(error)).toMatchObject({ retry: false, failure: { code: 'out-of-memory' } });
  });

  it('leaves bugs alone', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBeUndefined();
    expect(failureOf('a string')).toBeUndefined();
  });
});
