import type { Experiment } from '@cambium/core';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

/** created → running. @throws CambiumError `not-found` · `conflict` in any other state. */
export async function startExperiment(needs: LedgerNeeds, id: string): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'started', from: ['created'] }, async (ledger) => {
    const { tx, now } = ledger;
    await tx.update({ state: 'running', startedAt: now });
    await tx.append('experiment.started', { at: now });
    ledger.wantsTrials = true;
  });
}
