/** How far leases have run out. A runner is not charged for time in which the server was away. */
export interface LeaseGrace {
  /** For a round at `now`: leases that ended before the returned time have run out. */
  cutoffAt(now: number): number;
  /** The round at `now` has reached the ledger: runners could reach it too. */
  served(now: number): void;
}

export interface LeaseGraceOptions {
  readonly leaseMs: number;
  /** Rounds further apart than this say that the server was away in between. */
  readonly gapMs: number;
}

/**
 * After a start, an outage or a suspended machine every runner gets one more lease to show that it lives: until then the
 * cutoff stays where it was when the server was there last.
 */
export function createLeaseGrace({ leaseMs, gapMs }: LeaseGraceOptions): LeaseGrace {
  let lastServed = Number.NEGATIVE_INFINITY;
  let graceEnds = 0;
  let cutoff = 0;
  return {
    cutoffAt(now) {
      if (now - lastServed > gapMs) graceEnds = now + leaseMs;
      if (now >= graceEnds) cutoff = now;
      return cutoff;
    },
    served(now) {
      lastServed = now;
    },
  };
}
