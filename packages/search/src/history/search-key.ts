import type { Rng } from '@cambium/core';

/**
 * A seed for what stays the same over all asks of a search: a scramble, an order. Each ask has a generator of its own, so a
 * searcher draws the key at its first ask and keeps it in its state.
 */
export function drawSearchKey(rng: Rng): string {
  const key = rng.fork('search key');
  return [key.int(2 ** 32), key.int(2 ** 32)].map((half) => half.toString(16).padStart(8, '0')).join('');
}
