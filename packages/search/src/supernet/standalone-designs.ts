import type { AskContext } from '@cambium/core';
import type { Round } from './rounds.js';

/** Keys of the designs that were trained from scratch, or are being, in this round or an earlier one. */
export function standaloneDesigns({ space, history, pending }: AskContext<unknown>, round: Round): Set<string> {
  const ordinary = [...history.trials, ...pending].filter(({ mode }) => mode === undefined);
  return new Set([...ordinary, ...round.standalone].map(({ params }) => space.canonicalKey(params)));
}
