import { describe, expect, it } from '@jest/globals';
import { remember } from './remember.js';

describe('remember', () => {
  it('makes each thing once while it is among the newest', () => {
    const made: number[] = [];
    const square = remember((n: number) => (made.push(n), n * n), { keyOf: String, limit: 2 });
    expect([2, 3, 2, 3, 4, 3, 2].map(square)).toEqual([4, 9, 4, 9, 16, 9, 4]);
    expect(made).toEqual([2, 3, 4, 2]);
  });

  it('makes what failed again', async () => {
    let tries = 0;
    const fails = remember(async () => Promise.reject(new Error(`try ${++tries}`)), { keyOf: () => 'it', limit: 2 });
    await expect(fails(undefined)).rejects.toThrow('try 1');
    await expect(fails(undefined)).rejects.toThrow('try 2');
  });
});
