import type { Experiment } from '@cambium/core';
import { cancelTrials } from '../ledger/cancel-trials.js';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

/** created, running or paused → stopped: what waits or runs is cancelled. @throws CambiumError `not-found` · `conflict`. */
export async function stopExperiment(needs: LedgerNeeds, id: string): Promise<Experiment> {
  const from = ['created', 'running', 'paused'] as const;
  return changeExperiment(needs, id, { verb: 'stopped', from }, async (ledger) => {
    const { tx, now } = ledger;
    await cancelTrials(ledger);
    await tx.update({ state: 'stopped', finishedAt: now });
    await tx.append('experiment.stopped', { at: now });
  });
}
