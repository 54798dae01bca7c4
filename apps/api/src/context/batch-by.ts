import { groupBy } from './group-by.js';

/** A batch function that calls `read` once for each group of keys. */
export function batchBy<Key, Value>(
  groupOf: (key: Key) => string,
  read: (keys: readonly [Key, ...Key[]]) => Promise<readonly Value[]>,
): (keys: readonly Key[]) => Promise<Value[]> {
  return async (keys) => {
    const groups = [...groupBy(keys.keys(), (index) => groupOf(keys[index] as Key)).values()];
    const values = new Array<Value>(keys.length);
    await Promise.all(
      groups.map(async (indices) => {
        const found = await read(indices.map((index) => keys[index] as Key) as [Key, ...Key[]]);
        for (const [i, index] of indices.entries()) values[index] = found[i] as Value;
      }),
    );
    return values;
  };
}
