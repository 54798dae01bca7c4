import type { QueueTicket, WaitingTrial } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { takeOwnTickets } from './own-tickets.js';
import { insertExperiment, newId, waitingTrial } from './rows.js';
import type { StoreCases, StoreUnderTest } from './store-under-test.js';

/** One transaction per trial, so that the order of the tickets is certain. */
async function enqueueAll(opened: StoreUnderTest, priorities: readonly number[]) {
  const { id } = await insertExperiment(opened, { state: 'running' });
  const trials: WaitingTrial[] = [];
  for (const [number, priority] of priorities.entries()) {
    const trial = waitingTrial(id, number);
    trials.push(trial);
    await opened.store.transaction(id, async (tx) => {
      await tx.insertTrial(trial);
      await tx.enqueue(trial, priority);
    });
  }
  return { id, trials };
}

const trialIds = (tickets: readonly QueueTicket[]) => tickets.map((ticket) => ticket.trialId);
const numbers = (tickets: readonly QueueTicket[], trials: readonly WaitingTrial[]) =>
  tickets.map((ticket) => trials.findIndex((trial) => trial.id === ticket.trialId));

export function queueCases(cases: StoreCases): void {
  describe('the queue', () => {
    it('gives at most as many tickets as asked for', async () => {
      const opened = cases.current();
      await takeOwnTickets(opened, '');
      const { id, trials } = await enqueueAll(opened, [0, 0, 0]);
      const taken = await opened.store.takeTickets(2, { hideMs: 60_000 });
      expect(taken).toHaveLength(2);
      const rest = await opened.store.takeTickets(2, { hideMs: 60_000 });
      expect(rest).toHaveLength(1);
      expect(trialIds([...taken, ...rest]).sort()).toEqual(trials.map((trial) => trial.id).sort());
      for (const ticket of [...taken, ...rest]) expect(ticket.experimentId).toBe(id);
    });

    it('gives a higher priority first, then the older ticket', async () => {
      const opened = cases.current();
      const { id, trials } = await enqueueAll(opened, [0, 0, 1, 0, 1]);
      expect(numbers(await takeOwnTickets(opened, id), trials)).toEqual([2, 4, 0, 1, 3]);
    });

    it('shows tickets with the commit', async () => {
      const opened = cases.current();
      const { id } = await insertExperiment(opened);
      const trial = waitingTrial(id, 0);
      await opened.store.transaction(id, async (tx) => {
        await tx.insertTrial(trial);
        await tx.enqueue(trial, 0);
        expect(await takeOwnTickets(opened, id)).toEqual([]);
      });
      expect(trialIds(await takeOwnTickets(opened, id))).toEqual([trial.id]);
    });

    it('never gives one ticket to two takers', async () => {
      const opened = cases.current();
      const { id, trials } = await enqueueAll(
        opened,
        Array.from({ length: 12 }, () => 0),
      );
      const taken = await Promise.all(Array.from({ length: 4 }, () => takeOwnTickets(opened, id)));
      expect(trialIds(taken.flat()).sort()).toEqual(trials.map((trial) => trial.id).sort());
    });

    it('gives the tickets of one experiment, and leaves those of others', async () => {
      const opened = cases.current();
      await takeOwnTickets(opened, '');
      const other = await enqueueAll(opened, [1, 1]);
      const { id, trials } = await enqueueAll(opened, [0, 0, 1, 0]);
      const takeOf = (experimentId: string, count: number, hideMs = 60_000) =>
        opened.store.takeTickets(count, { hideMs, experimentId });
      const first = await takeOf(id, 3, 2000);
      expect(numbers(first, trials)).toEqual([2, 0, 1]);
      expect(first.map(({ experimentId }) => experimentId)).toEqual([id, id, id]);
      expect(numbers(await takeOf(id, 3, 2000), trials)).toEqual([3]);
      expect(await takeOf(id, 3)).toEqual([]);
      expect(await takeOf(newId(), 3)).toEqual([]);
      expect(numbers(await takeOwnTickets(opened, other.id), other.trials)).toEqual([0, 1]);
      await opened.passTime(3000);
      expect(trialIds(await takeOf(id, 9)).sort()).toEqual(trials.map((trial) => trial.id).sort());
    }, 30_000);

    it('never gives one ticket to two takers of its experiment', async () => {
      const opened = cases.current();
      const { id, trials } = await enqueueAll(
        opened,
        Array.from({ length: 12 }, () => 0),
      );
      const takers = Array.from({ length: 4 }, () => opened.store.takeTickets(4, { hideMs: 60_000, experimentId: id }));
      expect(trialIds((await Promise.all(takers)).flat()).sort()).toEqual(trials.map((trial) => trial.id).sort());
    });

    it('gives a ticket back after its time, and not before', async () => {
      const opened = cases.current();
      const { id, trials } = await enqueueAll(opened, [0]);
      expect(await takeOwnTickets(opened, id, 2000)).toHaveLength(1);
      expect(await takeOwnTickets(opened, id)).toEqual([]);
      await opened.passTime(3000);
      expect(numbers(await takeOwnTickets(opened, id), trials)).toEqual([0]);
    }, 30_000);

    it('takes a ticket off with the commit, for good', async () => {
      const opened = cases.current();
      const { id } = await enqueueAll(opened, [0, 0]);
      const [first, second] = await takeOwnTickets(opened, id, 2000);
      if (first === undefined || second === undefined) throw new Error('two tickets were put into the queue');
      await opened.store.transaction(id, (tx) => tx.dequeue(first));
      const failing = opened.store.transaction(id, async (tx) => {
        await tx.dequeue(second);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await opened.passTime(3000);
      expect(trialIds(await takeOwnTickets(opened, id))).toEqual([second.trialId]);
    }, 30_000);

    it('takes a ticket off twice without complaint', async () => {
      const opened = cases.current();
      const { id } = await enqueueAll(opened, [0]);
      const [ticket] = await takeOwnTickets(opened, id);
      if (ticket === undefined) throw new Error('a ticket was put into the queue');
      await opened.store.transaction(id, (tx) => tx.dequeue(ticket));
      await opened.store.transaction(id, (tx) => tx.dequeue(ticket));
      expect(await takeOwnTickets(opened, id)).toEqual([]);
    });

    it('takes a trial again that was put in again', async () => {
      const opened = cases.current();
      const { id, trials } = await enqueueAll(opened, [0]);
      const [ticket] = await takeOwnTickets(opened, id);
      const trial = trials[0];
      if (ticket === undefined || trial === undefined) throw new Error('a ticket was put into the queue');
      await opened.store.transaction(id, async (tx) => {
        await tx.dequeue(ticket);
        await tx.enqueue({ ...trial, epoch: 1 }, 0);
      });
      expect(trialIds(await takeOwnTickets(opened, id))).toEqual([trial.id]);
    });
  });
}
