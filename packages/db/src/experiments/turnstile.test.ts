import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turnstile', () => {
  it('lets callers with one key through in order, one at a time, also after a failure', async () => {
    const turnstile = new Turnstile();
    const seen: string[] = [];
    const enter = (name: string, fails = false) =>
      turnstile.pass('a', async () => {
        seen.push(`${name} in`);
        await turn();
        seen.push(`${name} out`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([enter('1'), enter('2', true), enter('3')]);
    expect(seen).toEqual(['1 in', '1 out', '2 in', '2 out', '3 in', '3 out']);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('keeps keys apart', async () => {
    const turnstile = new Turnstile();
    let release = () => {};
    const blocked = turnstile.pass('a', () => new Promise<void>((resolve) => (release = resolve)));
    expect(await turnstile.pass('b', async () => 'through')).toBe('through');
    release();
    await blocked;
  });
});
