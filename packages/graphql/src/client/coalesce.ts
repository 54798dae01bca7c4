/**
 * Hands calls to `send` in lists: what is called in one go travels together, and what is called while a list is on its way
 * goes when that one is back, or after `windowMs` if it takes longer. A call with nothing on its way waits for nothing.
 * `send` answers one result per item, in order; when it rejects, every caller of that list gets the error. At most `limit`
 * items travel together.
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
  let travelling = 0;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    travelling += 1;
    try {
      const results = await send(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error(`${batch.length} items sent, ${results.length} answered`);
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      travelling -= 1;
      if (waiting.length > 0) void flush();
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= limit) void flush();
      else timer ??= setTimeout(() => void flush(), travelling === 0 ? 0 : windowMs);
    });
}
