import { describe, expect, it } from '@jest/globals';
import { coalesce } from './coalesce.js';

/** A `send` whose answers come when the test says so. */
function post({ windowMs = 60_000, limit = 3 } = {}) {
  const lists: { items: readonly number[]; answer(): void; fail(): void }[] = [];
  const call = coalesce<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        lists.push({
          items,
          answer: () => resolve(items.map(String)),
          fail: () => reject(new Error('away')),
        });
      }),
    { windowMs, limit },
  );
  const sent = async (count: number) => {
    while (lists.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
    return lists.map(({ items }) => items);
  };
  return { call, lists, sent };
}

describe('coalesce', () => {
  it('sends what is called in one go together, at once, and gives each its own answer', async () => {
    const { call, lists, sent } = post();
    const answers = Promise.all([call(1), call(2)]);
    expect(await sent(1)).toEqual([[1, 2]]);
    lists[0]?.answer();
    expect(await answers).toEqual(['1', '2']);
  });

  it('collects calls while a list is on its way, and sends them when it is back', async () => {
    const { call, lists, sent } = post();
    const first = call(1);
    await sent(1);
    const others = Promise.all([call(2), call(3)]);
    lists[0]?.answer();
    await first;
    expect(await sent(2)).toEqual([[1], [2, 3]]);
    lists[1]?.answer();
    expect(await others).toEqual(['2', '3']);
  });

  it('waits for a slow list no longer than the window', async () => {
    const { call, lists, sent } = post({ windowMs: 5 });
    const first = call(1);
    await sent(1);
    const second = call(2);
    expect(await sent(2)).toEqual([[1], [2]]);
    lists[1]?.answer();
    expect(await second).toBe('2');
    lists[0]?.answer();
    expect(await first).toBe('1');
  });

  it('sends a full list at once, and lets each caller of a list know that it failed', async () => {
    const { call, lists, sent } = post();
    const answers = Promise.allSettled([1, 2, 3, 4].map(call));
    expect((await sent(1))[0]).toEqual([1, 2, 3]);
    lists[0]?.fail();
    expect((await sent(2))[1]).toEqual([4]);
    lists[1]?.answer();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
  });
});
