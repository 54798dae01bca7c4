import { isOfSearch } from '@cambium/core';
import { priorities } from './create-trial.js';
import type { Ledger } from './ledger.js';

/** Puts every waiting trial into the queue. One that is there already gets a second ticket, which is then found stale. */
export async function enqueueWaiting({ tx }: Ledger): Promise<void> {
  for (const trial of await tx.unfinishedTrials()) {
    if (trial.state !== 'waiting') continue;
    const priority = !isOfSearch(trial) ? priorities.final : trial.epoch > 0 ? priorities.retried : priorities.search;
    await tx.enqueue(trial, priority);
  }
}
