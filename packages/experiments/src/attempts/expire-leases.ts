import type { Attempt, RunningTrial } from '@cambium/core';
import { inLedger, type LedgerNeeds } from '../ledger/in-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { endAttempt } from './end-attempt.js';

/**
 * Takes an experiment's trials away from runners whose leases ended before `before`: they went silent. Returns how many
 * attempts were lost.
 */
export async function expireLeases(needs: LedgerNeeds, experimentId: string, before: number): Promise<number> {
  return inLedger(needs, experimentId, async (ledger) => {
    let lost = 0;
    for (const trial of await ledger.tx.unfinishedTrials()) {
      if (trial.state !== 'running') continue;
      const attempt = await ledger.tx.attempt(trial.attemptId);
      if (attempt === undefined || attempt.leaseExpiresAt >= before) continue;
      await lose(ledger, attempt, trial);
      lost += 1;
    }
    return lost;
  });
}

async function lose(ledger: Ledger, attempt: Attempt, trial: RunningTrial): Promise<void> {
  const { tx, now } = ledger;
  const seconds = Math.round((now - attempt.leaseExpiresAt) / 1000);
  const message = `its runner went silent: the lease ran out ${seconds} s ago`;
  const payload = { attemptId: attempt.id, epoch: attempt.epoch, runnerId: attempt.runnerId };
  await tx.append('attempt.lost', { trialNumber: trial.number, at: now, payload });
  await endAttempt(ledger, { attempt, trial }, { state: 'lost', failure: { code: 'lost', message }, retry: true });
}
