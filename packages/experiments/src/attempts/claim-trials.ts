import type { Claim, ClaimOptions, RunnerDescription } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { inLedger } from '../ledger/in-ledger.js';
import { claimTicket } from './claim-ticket.js';
import { waitForWork } from './wait-for-work.js';

/** Up to `count` claims; waits for work without polling. Resolves with [] after about `waitMs`, or when aborted. */
export async function claimTrials(
  needs: Dependencies,
  runner: RunnerDescription,
  count: number,
  { waitMs, signal, experimentId }: ClaimOptions,
): Promise<readonly Claim[]> {
  const deadline = needs.clock.now() + waitMs;
  const stopped = () => signal?.aborted === true;
  while (!stopped()) {
    // Listens before it looks: work that comes in between is not missed.
    const work = waitForWork(needs, signal);
    try {
      const claims = await claimWaiting(needs, runner, { count, experimentId });
      const left = deadline - needs.clock.now();
      if (claims.length > 0 || left <= 0) return claims;
      await work.within(left);
    } finally {
      work.stop();
    }
  }
  return [];
}

/** Goes on past stale tickets until there are `count` claims or the queue is empty. */
async function claimWaiting(
  needs: Dependencies,
  runner: RunnerDescription,
  { count, experimentId }: { readonly count: number; readonly experimentId: string | undefined },
): Promise<readonly Claim[]> {
  const hideMs = needs.times.ticketHideMs;
  const claims: Claim[] = [];
  while (claims.length < count) {
    const tickets = await needs.store.takeTickets(count - claims.length, { hideMs, experimentId });
    if (tickets.length === 0) break;
    for (const ticket of tickets) {
      try {
        const claim = await inLedger(needs, ticket.experimentId, (ledger) =>
          claimTicket(needs, ledger, { ticket, runner }),
        );
        if (claim !== null) claims.push(claim);
      } catch (cause) {
        // Claims that are written down must reach the runner; the ticket comes back by itself.
        if (claims.length > 0) return claims;
        throw cause;
      }
    }
  }
  return claims;
}
