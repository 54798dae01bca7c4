import { describe, expect, it } from '@jest/globals';
import type { LoadedDataset } from './dataset.js';
import { rememberLoads } from './load-cache.js';

const empty = { images: new Uint8Array(), labels: new Uint8Array() };
const environment = { dataDir: '/nowhere' };

/** A loader that counts, fails when told to, and keys by its settings and `prefix`. */
function counting(prefix: string) {
  const calls: string[] = [];
  const load = rememberLoads(
    async (settings: string) => `${prefix}/${settings}`,
    async (settings): Promise<LoadedDataset> => {
      calls.push(settings);
      if (settings === 'broken') throw new Error('broken');
      return { shape: [1, 1, 1], classNames: [settings], train: empty, test: empty, problems: [] };
    },
  );
  return { calls, load: (settings: string) => load(settings, environment) };
}

describe('rememberLoads', () => {
  it('loads once for callers at the same time and later', async () => {
    const { calls, load } = counting('once');
    const [first, second] = await Promise.all([load('a'), load('a')]);
    expect(second).toBe(first);
    expect(await load('a')).toBe(first);
    expect(calls).toEqual(['a']);
  });

  it('keeps the two used last', async () => {
    const { calls, load } = counting('bound');
    for (const settings of ['a', 'b', 'a', 'c', 'a', 'b']) await load(settings);
    expect(calls).toEqual(['a', 'b', 'c', 'b']);
  });

  it('tries again after a failure', async () => {
    const { calls, load } = counting('failure');
    await expect(load('broken')).rejects.toThrow('broken');
    await expect(load('broken')).rejects.toThrow('broken');
    expect(calls).toEqual(['broken', 'broken']);
  });
});
