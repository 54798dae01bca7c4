import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure-of.js';

describe('failureOf', () => {
  it.each([
    ['a wrong input', new CambiumError('fix-input', 'lr = 0'), 'bad-input', false],
    ['an absent device', new CambiumError('give-up', 'no CUDA here'), 'error', true],
  ])('%s', (_, error, code, retry) => {
    expect(failureOf(error)).toMatchObject({ kind: 'failed', retry, failure: { code } });
  });

  it('leaves bugs and spent memory to the runner', () => {
    expect(failureOf(new RangeError('Array buffer allocation failed'))).toBeUndefined();
    expect(failureOf(new TypeError('x is undefined'))).toBeUndefined();
    expect(failureOf('a string')).toBeUndefined();
  });
});
