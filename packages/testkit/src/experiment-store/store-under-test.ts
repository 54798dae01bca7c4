import type { ExperimentStore, LedgerSignals } from '@cambium/core';

/** One store, opened once for the whole suite; every test makes experiments of its own. */
export interface StoreUnderTest {
  readonly store: ExperimentStore & LedgerSignals;
  /** A workspace that experiments may belong to. */
  readonly workspaceId: string;
  /** Lets the queue's clock go on by this many milliseconds: moves a fake clock, or waits. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The store as a test sees it; `current()` is valid inside tests only. */
export interface StoreCases {
  current(): StoreUnderTest;
}
