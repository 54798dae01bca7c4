import { cancelTrials } from './cancel-trials.js';
import type { Ledger } from './ledger.js';

/** It can't go on: `failure` says why and what would help. What waits or runs is cancelled. */
export async function failExperiment(ledger: Ledger, failure: string): Promise<void> {
  const { tx, now } = ledger;
  await cancelTrials(ledger);
  await tx.update({ state: 'failed', failure, finishedAt: now });
  await tx.append('experiment.failed', { at: now, payload: { failure } });
}

/** The budget is spent or the space exhausted, and the winners are retrained. */
export async function completeExperiment({ tx, now }: Ledger): Promise<void> {
  await tx.update({ state: 'complete', finishedAt: now });
  const { bestTrial, bestValues, counts } = tx.experiment;
  await tx.append('experiment.completed', { at: now, payload: { bestTrial, bestValues, counts: { ...counts } } });
}
