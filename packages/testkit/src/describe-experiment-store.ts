import { afterAll, beforeAll, describe } from '@jest/globals';
import { algorithmCases } from './experiment-store/algorithm-cases.js';
import { attemptCases } from './experiment-store/attempt-cases.js';
import { concurrencyCases } from './experiment-store/concurrency-cases.js';
import { eventCases } from './experiment-store/event-cases.js';
import { experimentCases } from './experiment-store/experiment-cases.js';
import { frontCases } from './experiment-store/front-cases.js';
import { queueCases } from './experiment-store/queue-cases.js';
import { rollbackCases } from './experiment-store/rollback-cases.js';
import { signalCases } from './experiment-store/signal-cases.js';
import type { StoreCases, StoreUnderTest } from './experiment-store/store-under-test.js';
import { trialCases } from './experiment-store/trial-cases.js';

export type { StoreUnderTest };

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
    algorithmCases(cases);
    rollbackCases(cases);
    concurrencyCases(cases);
    trialCases(cases);
    frontCases(cases);
    attemptCases(cases);
    eventCases(cases);
    queueCases(cases);
    signalCases(cases);
  });
}
