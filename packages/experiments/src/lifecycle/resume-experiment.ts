import type { Experiment } from '@cambium/core';
import { enqueueWaiting } from '../ledger/enqueue-waiting.js';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

/** paused → running. Waiting trials whose tickets were dropped meanwhile get new ones. @throws `not-found` · `conflict`. */
export async function resumeExperiment(needs: LedgerNeeds, id: string): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'resumed', from: ['paused'] }, async (ledger) => {
    const { tx, now } = ledger;
    await tx.update({ state: 'running' });
    await tx.append('experiment.resumed', { at: now });
    await enqueueWaiting(ledger);
    ledger.wantsTrials = true;
  });
}
