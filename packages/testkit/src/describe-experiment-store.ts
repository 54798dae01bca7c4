import type { ExperimentStore, LedgerSignals } from '@cambium/core';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { attemptCases } from './experiment-store/attempt-cases.js';
import { concurrencyCases } from './experiment-store/concurrency-cases.js';
import { eventCases } from './experiment-store/event-cases.js';
import { experimentCases } from './experiment-store/experiment-cases.js';
import { queueCases } from './experiment-store/queue-cases.js';
import { rollbackCases } from './experiment-store/rollback-cases.js';
import { signalCases } from './experiment-store/signal-cases.js';
import { trialCases } from './experiment-store/trial-cases.js';

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

/** Opening a real database may take this long. */
const openMs = 120_000;

/** The contract of core's ExperimentStore and LedgerSignals: each sentence of their comments has a test here. */
export function describeExperimentStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`experiment store: ${name}`, () => {
    let opened: StoreUnderTest | undefined;
    const cases: StoreCases = {
      current() {
        if (opened === undefined) throw new Error('the store is opened before the first test');
        return opened;
      },
    };
    beforeAll(async () => {
      opened = await open();
    }, openMs);
    afterAll(async () => {
      await opened?.close();
    }, openMs);

    experimentCases(cases);
    rollbackCases(cases);
    concurrencyCases(cases);
    trialCases(cases);
    attemptCases(cases);
    eventCases(cases);
    queueCases(cases);
    signalCases(cases);
  });
}
