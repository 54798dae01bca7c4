import type { Clock, ExperimentStore } from '@cambium/core';
import type { LedgerUpkeep } from '../service.js';
import { createExperimentJobs } from './experiment-jobs.js';
import { createLeaseGrace } from './lease-grace.js';

export interface Upkeep {
  /**
   * To be called every `everyMs`. Recovers the running experiments (once after a start) and takes trials away from silent
   * runners, by the server's clock alone. Starts what is due for each experiment and does not wait for it.
   * Rejects when the ledger can't be read: then the server is away, which no runner is charged for.
   */
  round(): Promise<void>;
  /** Resolves when nothing that a round started is under way. */
  settled(): Promise<void>;
}

export interface UpkeepOptions {
  readonly store: Pick<ExperimentStore, 'runningExperiments' | 'overdueExperiments'>;
  readonly ledger: Pick<LedgerUpkeep, 'recover' | 'expireLeases'>;
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly everyMs: number;
  /** Told of each piece of work that failed. It is tried again, after a rest. */
  readonly onFailure: (experimentId: string, cause: unknown) => void;
}

/** What the server does by itself, for every experiment apart from the others. */
export function createUpkeep({ store, ledger, clock, leaseMs, everyMs, onFailure }: UpkeepOptions): Upkeep {
  // Runners show themselves three times per lease: an absence shorter than that costs nobody a lease.
  const grace = createLeaseGrace({ leaseMs, gapMs: Math.max(leaseMs / 3, 3 * everyMs) });
  const recoveries = createExperimentJobs({ clock, onFailure });
  const expiries = createExperimentJobs({ clock, onFailure });
  let unrecovered: Set<string> | undefined;
  return {
    async round() {
      const now = clock.now();
      const before = grace.cutoffAt(now);
      const left = (unrecovered ??= new Set(await store.runningExperiments()));
      const overdue = await store.overdueExperiments(before);
      grace.served(now);
      for (const id of left) {
        recoveries.start(id, async () => {
          await ledger.recover(id);
          left.delete(id);
        });
      }
      for (const id of overdue) {
        expiries.start(id, async () => {
          await ledger.expireLeases(id, before);
        });
      }
    },
    async settled() {
      await Promise.all([recoveries.settled(), expiries.settled()]);
    },
  };
}
