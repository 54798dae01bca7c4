import type { Experiment } from '@cambium/core';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

/** running → paused: no new trial starts, running ones finish. @throws CambiumError `not-found` · `conflict`. */
export async function pauseExperiment(needs: LedgerNeeds, id: string): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'paused', from: ['running'] }, async ({ tx, now }) => {
    await tx.update({ state: 'paused' });
    await tx.append('experiment.paused', { at: now });
  });
}
