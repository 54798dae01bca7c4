/** Lets at most so many through at a time; the others wait in order of arrival. */
export class LimitedEntry {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param limit integer ≥ 1. */
  constructor(limit: number) {
    this.#free = limit;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
