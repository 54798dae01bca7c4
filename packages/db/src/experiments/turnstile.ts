/**
 * Lets one caller per key through at a time, in order of arrival. The database's row lock keeps experiments safe by
 * itself; this keeps the callers of one process from each holding a pooled connection while they wait for it.
 */
export class Turnstile {
  readonly #last = new Map<string, Promise<unknown>>();

  async pass<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const settled = mine.catch(() => {});
    this.#last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
