import { type ExperimentTransaction, type FinishedTrial, isEnded, isForSearcher } from '@cambium/core';
import { finishedTrial } from '../ledger/finished-trial.js';
import { readAll } from './read-all.js';

/** What the searcher was told or is about to be told, in order. Reads the whole experiment. */
export async function toldTrials(tx: ExperimentTransaction): Promise<readonly FinishedTrial[]> {
  const events = await readAll((afterSeq, limit) => tx.events(afterSeq, limit));
  const byNumber = new Map((await tx.trials()).map((trial) => [trial.number, trial]));
  return events
    .filter(({ type }) => type === 'trial.finished')
    .map(({ trialNumber }) => byNumber.get(trialNumber ?? -1))
    .filter((trial) => trial !== undefined && isEnded(trial))
    .filter(isForSearcher)
    .map(finishedTrial);
}
