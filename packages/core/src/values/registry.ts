import { CambiumError } from './errors.js';
import { unknownName } from './issue.js';

/** The things of one kind that exist, by name. Names are data: nothing else lists them. */
export interface Registry<T extends { readonly name: string }> {
  readonly kind: string;
  readonly names: readonly string[];
  readonly entries: readonly T[];
  find(name: string): T | undefined;
  /** @throws CambiumError `fix-input` that names the known entries. */
  get(name: string): T;
}

/** @throws Error when two entries share a name: that is a mistake in the build, not in the input. */
export function createRegistry<T extends { readonly name: string }>(kind: string, entries: readonly T[]): Registry<T> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) throw new Error(`two entries of the ${kind} registry share a name`);
  const names = [...byName.keys()].sort();
  return {
    kind,
    names,
    entries,
    find: (name) => byName.get(name),
    get(name) {
      const entry = byName.get(name);
      if (entry === undefined) throw new CambiumError('fix-input', unknownName(kind, name, names));
      return entry;
    },
  };
}
