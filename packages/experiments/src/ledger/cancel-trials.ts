import { isEnded } from '@cambium/core';
import { endTrial } from './end-trial.js';
import type { Ledger } from './ledger.js';

/** Cancels every waiting and running trial. A running attempt hears of it in the answer to its next message. */
export async function cancelTrials(ledger: Ledger): Promise<void> {
  const { tx, now } = ledger;
  for (const trial of await tx.unfinishedTrials()) {
    if (isEnded(trial)) continue;
    if (trial.state === 'running') {
      const attempt = await tx.attempt(trial.attemptId);
      if (attempt !== undefined) await tx.updateAttempt({ ...attempt, state: 'cancelled', endedAt: now });
    }
    await endTrial(ledger, trial, { state: 'cancelled' });
  }
}
