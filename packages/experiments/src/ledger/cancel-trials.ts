import { isEnded, isOfSearch, type Trial } from '@cambium/core';
import { closeAttempt } from './close-attempt.js';
import { endTrial } from './end-trial.js';
import type { Ledger } from './ledger.js';

/** Cancels every waiting and running trial. A running attempt hears of it in the answer to its next message. */
export function cancelTrials(ledger: Ledger): Promise<void> {
  return cancelThose(ledger, () => true);
}

/** Cancels the trials of the search that no runner has taken. */
export function cancelWaiting(ledger: Ledger): Promise<void> {
  return cancelThose(ledger, (trial) => trial.state === 'waiting' && isOfSearch(trial));
}

async function cancelThose(ledger: Ledger, isMeant: (trial: Trial) => boolean): Promise<void> {
  const { tx } = ledger;
  for (const trial of await tx.unfinishedTrials()) {
    if (isEnded(trial) || !isMeant(trial)) continue;
    if (trial.state === 'running') {
      const attempt = await tx.attempt(trial.attemptId);
      if (attempt !== undefined) await closeAttempt(ledger, { attempt, trial }, { state: 'cancelled' });
    }
    await endTrial(ledger, trial, { state: 'cancelled' });
  }
}
