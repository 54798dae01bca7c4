/** Gathers the values of a statement under names. SQL text only ever holds the names. */
export class SqlParameters {
  readonly values: Record<string, unknown> = {};
  readonly #prefix: string;
  #count = 0;

  /** @param prefix keeps the names of two gatherings in one statement apart. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Returns the SQL for the value. Arrays are passed as arrays: use them with `any(…)`. */
  add(value: unknown, type: 'text' | 'text[]' | 'integer' | 'double precision' | 'bigint' | 'uuid' | 'uuid[]'): string {
    const name = `${this.#prefix}${this.#count++}`;
    this.values[name] = value;
    return `cast(:${name} as ${type})`;
  }
}
