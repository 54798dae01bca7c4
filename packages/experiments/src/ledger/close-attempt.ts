import { type Attempt, isOfSearch, type Trial } from '@cambium/core';
import type { Ledger } from './ledger.js';

/** Ends an attempt, and counts the time that it took of the search's devices. */
export async function closeAttempt(
  { tx, now }: Ledger,
  { attempt, trial }: { readonly attempt: Attempt; readonly trial: Trial },
  ending: Pick<Attempt, 'state'> & Partial<Pick<Attempt, 'failure'>>,
): Promise<void> {
  await tx.updateAttempt({ ...attempt, ...ending, endedAt: now });
  if (isOfSearch(trial)) await tx.update({ deviceMs: tx.experiment.deviceMs + now - attempt.startedAt });
}
