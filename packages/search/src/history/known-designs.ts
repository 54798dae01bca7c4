import { type AskContext, type HistoryFold, keyHash, type Params, type Space } from '@cambium/core';

/** The designs that need not be suggested again: told, pending, or suggested in this very ask. */
export interface KnownDesigns {
  has(params: Params): boolean;
  add(params: Params): void;
}

/** Hashes of every told design. */
const toldDesigns: HistoryFold<Set<string>> = {
  start: () => new Set(),
  add: (hashes, { params }, { space }) => hashes.add(designHash(space, params)),
};

export function knownDesigns({ space, history, pending }: AskContext<unknown>): KnownDesigns {
  const told = history.fold(toldDesigns);
  const here = new Set(pending.map(({ params }) => designHash(space, params)));
  return {
    has(params) {
      const hash = designHash(space, params);
      return told.has(hash) || here.has(hash);
    },
    add: (params) => void here.add(designHash(space, params)),
  };
}

/** Short, and equal for params that mean the same design. */
function designHash(space: Space, params: Params): string {
  return keyHash(space.canonicalKey(params));
}
