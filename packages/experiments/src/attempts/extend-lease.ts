import type { Attempt } from '@cambium/core';
import type { LedgerTimes } from '../dependencies.js';
import type { Ledger } from '../ledger/ledger.js';

/** The runner lives: its lease ends `leaseMs` from now. */
export async function extendLease({ tx, now }: Ledger, attempt: Attempt, { leaseMs }: LedgerTimes): Promise<void> {
  await tx.updateAttempt({ ...attempt, leaseExpiresAt: now + leaseMs });
}
