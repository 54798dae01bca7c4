import type { Dependencies } from '../dependencies.js';
import { createTrial } from '../ledger/create-trial.js';
import { endTrial } from '../ledger/end-trial.js';
import type { Ledger } from '../ledger/ledger.js';
import type { EarlierResult } from './earlier-results.js';

/** Writes results of earlier experiments into this one's ledger: the searcher hears of them, nobody runs them. */
export async function tellEarlierResults(
  needs: Pick<Dependencies, 'newId'>,
  ledger: Ledger,
  results: readonly EarlierResult[],
): Promise<void> {
  for (const { experimentId, trial: earlier } of results) {
    const why = { by: 'earlier experiment', experiment: experimentId, trial: earlier.number };
    const suggestion = { params: earlier.params, mode: 'known', why };
    const trial = await createTrial(needs, ledger, { suggestion, staticMetrics: earlier.staticMetrics });
    await endTrial(ledger, trial, { state: 'complete', metrics: earlier.metrics, lastStep: earlier.lastStep });
  }
}
