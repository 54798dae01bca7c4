import type { ExperimentTransaction } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { askSearcher } from './ask-searcher.js';
import { failExperiment } from './close-experiment.js';
import type { Ledger } from './ledger.js';
import { SearchHostFailure } from './search-host-failure.js';
import { topUp } from './top-up.js';

export type LedgerNeeds = Pick<Dependencies, 'store' | 'clock' | 'host' | 'hostTrouble' | 'searchers' | 'newId'>;

/**
 * Runs `work` under the experiment's lock. Before it commits, the searcher hears of the trials that ended and a running
 * experiment is topped up: what happened and what follows from it become visible together, or not at all.
 * @throws CambiumError `not-found` for an unknown experiment; `retry` when the search host failed; whatever `work` throws.
 */
export async function inLedger<T>(
  needs: LedgerNeeds,
  experimentId: string,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  try {
    return await needs.store.transaction(experimentId, (tx) => workInLedger(needs, tx, work));
  } catch (cause) {
    const broke = cause instanceof SearchHostFailure && !cause.busy;
    if (broke && needs.hostTrouble.failed(experimentId, needs.clock.now())) {
      await giveUpAsking(needs, experimentId, cause.message);
    }
    throw cause;
  }
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
  const told = await askSearcher(needs, ledger, 0).catch((cause: unknown) => {
    if (cause instanceof SearchHostFailure) return { kind: 'broken' } as const;
    throw cause;
  });
  if (told.kind === 'broken') await ledger.tx.keepAlgorithm('searcher', { version: -1, state: null });
}

/** Without an answer nothing of the experiment can go on: it would be tried again for ever. */
async function giveUpAsking(needs: LedgerNeeds, experimentId: string, reason: string): Promise<void> {
  await needs.store.transaction(experimentId, (tx) =>
    workInLedger(needs, tx, async (ledger) => {
      if (tx.experiment.state !== 'running') return;
      const advice = 'clone the experiment with another searcher or a smaller space';
      await failExperiment(ledger, `${reason}; it was tried again and again for a minute; ${advice}`);
    }),
  );
  needs.hostTrouble.answered(experimentId);
}
