import type { Attempt } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { inLedger } from '../ledger/in-ledger.js';
import { endAttempt } from './end-attempt.js';
import { findAttempt } from './find-attempt.js';

const batchSize = 100;

/**
 * Takes trials away from runners that went silent. Call it every few seconds; the server's clock alone decides.
 * Returns how many attempts were lost.
 */
export async function expireLeases(needs: Dependencies): Promise<number> {
  let lost = 0;
  for (;;) {
    const expired = await needs.store.expiredAttempts(needs.clock.now(), batchSize);
    for (const attempt of expired) if (await expire(needs, attempt)) lost += 1;
    if (expired.length < batchSize) return lost;
  }
}

async function expire(needs: Dependencies, { experimentId, trialId, id, epoch }: Attempt): Promise<boolean> {
  return inLedger(needs, experimentId, async (ledger) => {
    const { tx, now } = ledger;
    const found = await findAttempt(tx, { experimentId, trialId, attemptId: id, epoch });
    // It may have finished, or shown life, since it was listed.
    if (found.kind === 'stale' || found.attempt.leaseExpiresAt >= now) return false;
    const { attempt, trial } = found;
    const seconds = Math.round((now - attempt.leaseExpiresAt) / 1000);
    const message = `its runner went silent: the lease ran out ${seconds} s ago`;
    const payload = { attemptId: id, epoch, runnerId: attempt.runnerId };
    await tx.append('attempt.lost', { trialNumber: trial.number, at: now, payload });
    await endAttempt(ledger, { attempt, trial }, { state: 'lost', failure: { code: 'lost', message }, retry: true });
    return true;
  });
}
