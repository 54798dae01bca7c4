import type { AlgorithmState, ExperimentTransaction, SearchHost } from '@cambium/core';
import { readAll } from './read-all.js';
import { replayHistory } from './replay-history.js';

/** The state that the present version of the searcher would have after this history. Needed after an upgrade only. */
export async function rebuildSearcher(
  host: Pick<SearchHost, 'ask'>,
  tx: ExperimentTransaction,
): Promise<AlgorithmState> {
  const events = await readAll((afterSeq, limit) => tx.events(afterSeq, limit));
  const { searcher } = await replayHistory(host, { experiment: tx.experiment, trials: await tx.trials(), events });
  return searcher;
}
