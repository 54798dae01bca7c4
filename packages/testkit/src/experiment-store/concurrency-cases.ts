import { describe, expect, it } from '@jest/globals';
import { insertExperiment, someTime, waitingTrial } from './rows.js';
import type { StoreCases } from './store-under-test.js';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function concurrencyCases(cases: StoreCases): void {
  describe('concurrent transactions', () => {
    it('on one experiment never interleave', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current());
      const count = 20;
      let inside = 0;
      const oneTrial = async (i: number) =>
        store.transaction(experiment.id, async (tx) => {
          inside += 1;
          expect(inside).toBe(1);
          const number = tx.experiment.nextTrialNumber;
          await pause(i % 3);
          await tx.insertTrial(waitingTrial(experiment.id, number));
          await pause(i % 2);
          await tx.update({ nextTrialNumber: number + 1 });
          const { seq } = await tx.append('trial.created', { trialNumber: number, at: someTime });
          expect(seq).toBe(number + 1);
          inside -= 1;
        });
      await Promise.all(Array.from({ length: count }, (_, i) => oneTrial(i)));
      const order = Array.from({ length: count }, (_, i) => i);
      expect((await store.trials(experiment.id)).map((trial) => trial.number)).toEqual(order);
      const events = await store.events(experiment.id, 0, 100);
      expect(events.map((event) => event.seq)).toEqual(order.map((i) => i + 1));
      expect(events.map((event) => event.trialNumber)).toEqual(order);
    });

    it('on two experiments do not wait for each other', async () => {
      const { store } = cases.current();
      const first = await insertExperiment(cases.current());
      const second = await insertExperiment(cases.current());
      let release: (() => void) | undefined;
      const secondDone = new Promise<void>((resolve) => {
        release = resolve;
      });
      const outer = store.transaction(first.id, async (tx) => {
        await secondDone;
        await tx.update({ failure: 'first' });
      });
      await store.transaction(second.id, (tx) => tx.update({ failure: 'second' }));
      release?.();
      await outer;
      expect((await store.find(first.id))?.failure).toBe('first');
      expect((await store.find(second.id))?.failure).toBe('second');
    });

    it('waits for a transaction that fails, then goes on from the state before it', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current());
      const failing = store.transaction(experiment.id, async (tx) => {
        await tx.update({ nextTrialNumber: 7 });
        await pause(5);
        throw new Error('no');
      });
      const seen = store.transaction(experiment.id, async (tx) => tx.experiment.nextTrialNumber);
      await expect(failing).rejects.toThrow('no');
      expect(await seen).toBe(0);
    });
  });
}
