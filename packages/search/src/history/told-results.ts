import { type AskContext, type HistoryFold, keyHash, type Params, type Space } from '@cambium/core';
import { type RankedTrial, rankTrial } from './ranked-trial.js';

/** What trials told about designs. */
export interface ToldResults {
  /** Of the first trial of this design that measured something; null: it ran and measured nothing; undefined: not told. */
  of(params: Params): RankedTrial | null | undefined;
}

/** By the hash of the design. A cancelled trial says nothing about its design. */
const results: HistoryFold<Map<string, RankedTrial | null>> = {
  start: () => new Map(),
  add(all, trial, { space, objectives }) {
    if (trial.state === 'cancelled') return all;
    const hash = hashOf(space, trial.params);
    return (all.get(hash) ?? null) === null ? all.set(hash, rankTrial(trial, objectives) ?? null) : all;
  },
};

export function toldResults({ space, history }: Pick<AskContext<unknown>, 'space' | 'history'>): ToldResults {
  const told = history.fold(results);
  return { of: (params) => told.get(hashOf(space, params)) };
}

function hashOf(space: Space, params: Params): string {
  return keyHash(space.canonicalKey(params));
}
