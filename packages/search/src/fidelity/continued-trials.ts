import type { AskContext, HistoryFold } from '@cambium/core';

/** Numbers of the trials from which a told one went on. */
const told: HistoryFold<Set<number>> = {
  start: () => new Set(),
  add: (parents, { parent }) => (parent === undefined ? parents : parents.add(parent)),
};

/** The trials from which another one has gone on, or is about to. */
export interface ContinuedTrials {
  has(number: number): boolean;
  add(number: number): void;
}

export function continuedTrials({ history, pending }: AskContext<unknown>): ContinuedTrials {
  const before = history.fold(told);
  const here = new Set(pending.map(({ parent }) => parent));
  return {
    has: (number) => before.has(number) || here.has(number),
    add: (number) => void here.add(number),
  };
}
