import { CambiumError } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { readAll } from './read-all.js';
import { type Replayed, replayHistory } from './replay-history.js';

/** Runs the searcher again from nothing and compares every suggestion. Changes nothing. @throws `not-found`. */
export async function replayExperiment(
  { store, host }: Pick<Dependencies, 'store' | 'host'>,
  experimentId: string,
): Promise<Omit<Replayed, 'searcher'>> {
  const experiment = await store.find(experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', `there is no experiment ${experimentId}`);
  const events = await readAll((afterSeq, limit) => store.events(experimentId, afterSeq, limit));
  const trials = await store.trials(experimentId);
  const { suggestions, mismatches } = await replayHistory(host, { experiment, trials, events });
  return { suggestions, mismatches };
}
