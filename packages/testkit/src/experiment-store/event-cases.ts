import { describe, expect, it } from '@jest/globals';
import { insertExperiment, newId, someTime } from './rows.js';
import type { StoreCases } from './store-under-test.js';

export function eventCases(cases: StoreCases): void {
  describe('events', () => {
    it('are numbered 1, 2, 3 … within their experiment and come back as appended', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.append('experiment.created', { at: someTime }));
      await store.transaction(other.id, (tx) => tx.append('experiment.created', { at: someTime }));
      const payload = { step: 2, metrics: { val_accuracy: 0.5, val_loss: null }, list: ['a', true] };
      await store.transaction(id, async (tx) => {
        expect(tx.experiment.lastSeq).toBe(1);
        const event = await tx.append('trial.reported', { trialNumber: 0, payload, at: someTime + 1 });
        expect(event).toEqual({
          experimentId: id,
          seq: 2,
          type: 'trial.reported',
          at: someTime + 1,
          trialNumber: 0,
          payload,
        });
        expect(tx.experiment.lastSeq).toBe(2);
        await tx.append('report.late', { at: someTime + 2 });
      });
      expect((await store.find(id))?.lastSeq).toBe(3);
      expect(await store.events(id, 0, 10)).toEqual([
        { experimentId: id, seq: 1, type: 'experiment.created', at: someTime, trialNumber: null, payload: {} },
        { experimentId: id, seq: 2, type: 'trial.reported', at: someTime + 1, trialNumber: 0, payload },
        { experimentId: id, seq: 3, type: 'report.late', at: someTime + 2, trialNumber: null, payload: {} },
      ]);
      expect((await store.events(other.id, 0, 10)).map((event) => event.seq)).toEqual([1]);
    });

    it('are read after a sequence number, in order, at most as many as asked for', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, async (tx) => {
        for (let i = 0; i < 12; i++) await tx.append('trial.reported', { trialNumber: i, at: someTime });
      });
      const seqs = async (after: number, limit: number) =>
        (await store.events(id, after, limit)).map((event) => event.seq);
      expect(await seqs(0, 3)).toEqual([1, 2, 3]);
      expect(await seqs(3, 3)).toEqual([4, 5, 6]);
      expect(await seqs(9, 100)).toEqual([10, 11, 12]);
      expect(await seqs(12, 100)).toEqual([]);
      expect(await store.events(newId(), 0, 10)).toEqual([]);
    });

    it('become readable with the commit; their own transaction reads them at once', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.append('experiment.created', { at: someTime }));
      await store.transaction(id, async (tx) => {
        await tx.append('experiment.started', { at: someTime });
        await tx.append('experiment.paused', { at: someTime });
        expect((await tx.events(0, 10)).map((event) => event.seq)).toEqual([1, 2, 3]);
        expect((await tx.events(1, 1)).map((event) => event.type)).toEqual(['experiment.started']);
        expect(await store.events(id, 0, 10)).toHaveLength(1);
      });
      expect(await store.events(id, 0, 10)).toHaveLength(3);
    });
  });
}
