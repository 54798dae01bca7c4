import type { Clock, QueueTicket, TakeOptions } from '@cambium/core';

interface QueuedTicket extends QueueTicket {
  readonly priority: number;
  /** In the clock's milliseconds. */
  hiddenUntil: number;
}

/** Tickets by priority, then age. Taking one hides it for a while instead of removing it. */
export interface TicketQueue {
  add(ticket: { readonly experimentId: string; readonly trialId: string; readonly priority: number }): void;
  remove(ticketId: string): void;
  take(count: number, options: TakeOptions): readonly QueueTicket[];
}

/** Its length is the number of waiting trials, which budgets keep small: a sorted list is enough. */
export function createTicketQueue(clock: Clock): TicketQueue {
  const tickets: QueuedTicket[] = [];
  let added = 0;
  return {
    add(entry) {
      added += 1;
      const ticket: QueuedTicket = { ...entry, ticketId: `ticket-${added}`, hiddenUntil: 0 };
      let place = tickets.length;
      while (place > 0 && (tickets[place - 1]?.priority ?? Infinity) < ticket.priority) place -= 1;
      tickets.splice(place, 0, ticket);
    },
    remove(ticketId) {
      const place = tickets.findIndex((ticket) => ticket.ticketId === ticketId);
      if (place >= 0) tickets.splice(place, 1);
    },
    take(count, { hideMs, experimentId }) {
      const now = clock.now();
      const taken: QueueTicket[] = [];
      for (const ticket of tickets) {
        if (taken.length === count) break;
        if (ticket.hiddenUntil > now || (experimentId ?? ticket.experimentId) !== ticket.experimentId) continue;
        ticket.hiddenUntil = now + hideMs;
        taken.push({ ticketId: ticket.ticketId, experimentId: ticket.experimentId, trialId: ticket.trialId });
      }
      return taken;
    },
  };
}
