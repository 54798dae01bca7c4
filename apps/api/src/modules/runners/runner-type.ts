import type { RunnerResolvers } from '../../generated/resolver-types.js';

/** A runner that waits for work asks again within its wait; one that works shows itself by its attempts. */
const claimWaitMs = 20_000;

export const runnerType: RunnerResolvers = {
  slots: ({ slots }) => slots.map((slot) => ({ ...slot })),
  alive: ({ busy, lastSeenAt }, _args, { services: { clock, timing } }) =>
    busy > 0 || clock.now() - lastSeenAt <= claimWaitMs + timing.leaseMs,
};
