import type { Experiment } from '@cambium/core';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { changeExperiment } from './change-experiment.js';

/** created → running. @throws CambiumError `not-found` · `conflict` in any other state. */
export async function startExperiment(needs: LedgerNeeds, id: string): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'started', from: ['created'] }, begin);
}

/** The start itself, for an experiment that was just created. */
export async function begin(ledger: Ledger): Promise<void> {
  const { tx, now } = ledger;
  await tx.update({ state: 'running', startedAt: now });
  await tx.append('experiment.started', { at: now });
  ledger.wantsTrials = true;
}
