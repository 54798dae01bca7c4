import type { Params, PendingTrial, Space } from '@cambium/core';
import { keyHash } from './key-hash.js';

/** The designs that need not be suggested again: told, pending, or suggested in this very ask. */
export interface KnownDesigns {
  has(params: Params): boolean;
  add(params: Params): void;
}

/** `seen` holds {@link designHash}es of told trials, as a searcher keeps them in its state. */
export function knownDesigns(
  space: Space,
  { seen, pending }: { seen: readonly string[]; pending: readonly PendingTrial[] },
): KnownDesigns {
  const hashes = new Set(seen);
  const add = (params: Params) => void hashes.add(designHash(space, params));
  for (const { params } of pending) add(params);
  return { has: (params) => hashes.has(designHash(space, params)), add };
}

/** Short, and equal for params that mean the same design. */
export function designHash(space: Space, params: Params): string {
  return keyHash(space.canonicalKey(params));
}
