import type { RunnerStatus } from '@cambium/core';
import type { Services } from '../../context/services.js';

/** A runner that waits for work asks again within its wait; one that works shows itself by its attempts. */
const claimWaitMs = 20_000;

export function isAlive(
  { busy, lastSeenAt }: RunnerStatus,
  { clock, timing }: Pick<Services, 'clock' | 'timing'>,
): boolean {
  return busy > 0 || clock.now() - lastSeenAt <= claimWaitMs + timing.leaseMs;
}
