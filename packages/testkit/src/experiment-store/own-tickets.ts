import type { QueueTicket } from '@cambium/core';
import type { StoreUnderTest } from './store-under-test.js';

/**
 * Takes everything in the queue and returns the tickets of one experiment, in the order in which they were taken.
 * The others stay hidden for `hideMs`: tests run one after another and look at their own tickets only.
 */
export async function takeOwnTickets(
  { store }: StoreUnderTest,
  experimentId: string,
  hideMs = 60_000,
): Promise<readonly QueueTicket[]> {
  const own: QueueTicket[] = [];
  for (;;) {
    const taken = await store.takeTickets(50, { hideMs });
    own.push(...taken.filter((ticket) => ticket.experimentId === experimentId));
    if (taken.length === 0) return own;
  }
}
