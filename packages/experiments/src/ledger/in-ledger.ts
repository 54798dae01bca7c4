import type { ExperimentTransaction } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { askSearcher } from './ask-searcher.js';
import type { Ledger } from './ledger.js';
import { topUp } from './top-up.js';

export type LedgerNeeds = Pick<Dependencies, 'store' | 'clock' | 'host' | 'searchers' | 'newId'>;

/**
 * Runs `work` under the experiment's lock. Before it commits, the searcher hears of the trials that ended and a running
 * experiment is topped up: what happened and what follows from it become visible together, or not at all.
 * @throws CambiumError `not-found` for an unknown experiment; whatever `work` throws.
 */
export async function inLedger<T>(
  needs: LedgerNeeds,
  experimentId: string,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  return needs.store.transaction(experimentId, (tx) => workInLedger(needs, tx, work));
}

/** The same in a transaction that is open already. */
export async function workInLedger<T>(
  needs: LedgerNeeds,
  tx: ExperimentTransaction,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger: Ledger = { tx, now: needs.clock.now(), untold: [], wantsTrials: false };
  const result = await work(ledger);
  if (tx.experiment.state === 'running' && ledger.wantsTrials) await topUp(needs, ledger);
  if (ledger.untold.length > 0) await tellAtRest(needs, ledger);
  return result;
}

/**
 * Tells the searcher of an experiment that does not run. When that fails the experiment keeps its state; version -1, which
 * no searcher has, makes the next ask replay the history.
 */
async function tellAtRest(needs: LedgerNeeds, ledger: Ledger): Promise<void> {
  const told = await askSearcher(needs, ledger, 0);
  if (told.kind === 'broken') await ledger.tx.update({ searcher: { version: -1, state: null } });
}
