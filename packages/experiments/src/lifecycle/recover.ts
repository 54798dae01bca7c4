import { enqueueWaiting } from '../ledger/enqueue-waiting.js';
import { inLedger, type LedgerNeeds } from '../ledger/in-ledger.js';

/** Once after a start, for a running experiment: its waiting trials get tickets, and a search that stood still goes on. */
export async function recover(needs: LedgerNeeds, experimentId: string): Promise<void> {
  await inLedger(needs, experimentId, async (ledger) => {
    if (ledger.tx.experiment.state !== 'running') return;
    await enqueueWaiting(ledger);
    ledger.wantsTrials = true;
  });
}

/** Fills one running experiment up to its parallelism. The service does so by itself after every change. */
export async function topUpExperiment(needs: LedgerNeeds, experimentId: string): Promise<void> {
  await inLedger(needs, experimentId, async (ledger) => {
    ledger.wantsTrials = true;
  });
}
