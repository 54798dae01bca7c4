import type { ClaimRef, Decision } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { inLedger } from '../ledger/in-ledger.js';
import { extendLease } from './extend-lease.js';
import { findAttempt, orWhenUnknown } from './find-attempt.js';

/** Extends the lease. `cancel` when the claim is stale or its trial was cancelled. */
export async function heartbeat(needs: Dependencies, ref: ClaimRef): Promise<Decision> {
  return orWhenUnknown('cancel', () =>
    inLedger(needs, ref.experimentId, async (ledger) => {
      const found = await findAttempt(ledger.tx, ref);
      if (found.kind === 'stale') return 'cancel';
      await extendLease(ledger, found.attempt, needs.times);
      return 'continue';
    }),
  );
}
