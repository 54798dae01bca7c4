import type { Clock, ExperimentStore, LedgerSignals, SearchHost, TaskEnvironment } from '@cambium/core';
import type { HostTrouble } from './ledger/host-trouble.js';
import type { Registries } from './registries.js';

/** Waits `ms` milliseconds, or less when `signal` is aborted. Never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface LedgerTimes {
  /** A runner that is silent for so long has lost its attempt. Milliseconds. */
  readonly leaseMs: number;
  /** For how long a ticket is hidden while its claim is written down. Milliseconds. */
  readonly ticketHideMs: number;
}

export const defaultTimes: LedgerTimes = { leaseMs: 30_000, ticketHideMs: 30_000 };

/** What the use cases work with. All that is impure comes in here. */
export interface Dependencies extends Registries {
  readonly store: ExperimentStore;
  readonly signals: LedgerSignals;
  readonly clock: Clock;
  /** A new UUID at every call. */
  readonly newId: () => string;
  readonly host: SearchHost;
  readonly hostTrouble: HostTrouble;
  readonly environment: TaskEnvironment;
  readonly sleep: Sleep;
  readonly times: LedgerTimes;
}
