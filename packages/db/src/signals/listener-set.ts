/** Callbacks that are all called, whatever one of them throws. */
export class ListenerSet<T> {
  readonly #listeners = new Set<{ readonly callback: (value: T) => void }>();
  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Returns the function that takes it out again. The same callback may be added twice. */
  add(callback: (value: T) => void): () => void {
    const entry = { callback };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  call(value: T): void {
    for (const { callback } of this.#listeners) {
      try {
        callback(value);
      } catch (error) {
        this.#log(`a listener failed: ${String(error)}`);
      }
    }
  }
}
