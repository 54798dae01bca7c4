import { describe, expect, it } from '@jest/globals';
import { insertExperiment, someTime, waitingTrial } from './rows.js';
import type { StoreCases } from './store-under-test.js';

/** How long a signal that must come may take; over a network it is not at once. */
const soonMs = 4000;
/** How long to look out for a signal that must not come. */
const quietMs = 150;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Counts calls; `reached` waits until there were so many. */
function countedListener() {
  let calls = 0;
  const listener = () => {
    calls += 1;
  };
  const reached = async (count: number) => {
    const enough = () => calls >= count;
    for (let waited = 0; !enough() && waited < soonMs; waited += 5) await pause(5);
    expect(calls).toBeGreaterThanOrEqual(count);
  };
  return { listener, reached, calls: () => calls };
}

export function signalCases(cases: StoreCases): void {
  describe('signals', () => {
    it('tell of events after the commit that appended them', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const heard = countedListener();
      const seen: Promise<number>[] = [];
      const off = store.onEvents(id, () => {
        heard.listener();
        seen.push(store.events(id, 0, 10).then((events) => events.length));
      });
      await store.transaction(id, async (tx) => {
        await tx.append('experiment.started', { at: someTime });
        await pause(20);
        expect(heard.calls()).toBe(0);
      });
      await heard.reached(1);
      expect(await seen[0]).toBe(1);
      off();
    });

    it('are not given for other experiments, failed transactions, or after unsubscribing', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      const kept = countedListener();
      const dropped = countedListener();
      const offKept = store.onEvents(id, kept.listener);
      const offDropped = store.onEvents(id, dropped.listener);
      offDropped();
      await store.transaction(other.id, (tx) => tx.append('experiment.started', { at: someTime }));
      const failing = store.transaction(id, async (tx) => {
        await tx.append('experiment.started', { at: someTime });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await pause(quietMs);
      expect(kept.calls()).toBe(0);
      await store.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
      await kept.reached(1);
      expect(dropped.calls()).toBe(0);
      offKept();
    });

    it('reach every listener of an experiment', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const listeners = [countedListener(), countedListener(), countedListener()];
      const offs = listeners.map(({ listener }) => store.onEvents(id, listener));
      await store.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
      for (const { reached } of listeners) await reached(1);
      for (const off of offs) off();
    });

    it('tell a watcher of all experiments whose events there are, until unsubscribed', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      const heard = countedListener();
      const ids = new Set<string>();
      const off = store.onAnyEvents((experimentId) => {
        ids.add(experimentId);
        if (ids.size > heard.calls()) heard.listener();
      });
      await store.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
      await store.transaction(other.id, (tx) => tx.append('experiment.started', { at: someTime }));
      await heard.reached(2);
      expect([...ids].sort()).toEqual([id, other.id].sort());
      off();
      ids.clear();
      await store.transaction(id, (tx) => tx.append('experiment.paused', { at: someTime }));
      await pause(quietMs);
      expect(ids.size).toBe(0);
    });

    it('tell of work that entered the queue, until unsubscribed', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const heard = countedListener();
      const off = store.onWork(heard.listener);
      const enqueueNext = (number: number) =>
        store.transaction(id, async (tx) => {
          const trial = waitingTrial(id, number);
          await tx.insertTrial(trial);
          await tx.enqueue(trial, 0);
        });
      await enqueueNext(0);
      await heard.reached(1);
      off();
      await pause(quietMs);
      const calls = heard.calls();
      await enqueueNext(1);
      await pause(quietMs);
      expect(heard.calls()).toBe(calls);
    });
  });
}
