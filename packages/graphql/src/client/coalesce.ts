/**
 * Collects calls made within `windowMs` of the first and hands them to `send` as one list. `send` answers one result
 * per item, in order; when it rejects, every caller of that list gets the error. At most `limit` items travel together.
 */
export function coalesce<Item, Result>(
  send: (items: readonly Item[]) => Promise<readonly Result[]>,
  { windowMs, limit }: { windowMs: number; limit: number },
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      const results = await send(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error(`${batch.length} items sent, ${results.length} answered`);
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= limit) void flush();
      else timer ??= setTimeout(() => void flush(), windowMs);
    });
}
