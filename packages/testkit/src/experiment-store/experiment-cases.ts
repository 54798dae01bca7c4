import { CambiumError, type ExperimentChange } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { takeOwnTickets } from './own-tickets.js';
import { insertExperiment, newExperiment, newId, someTime, waitingTrial } from './rows.js';
import type { StoreCases } from './store-under-test.js';

export function experimentCases(cases: StoreCases): void {
  describe('experiments', () => {
    it('gives back an experiment as it was inserted', async () => {
      const { store, workspaceId } = cases.current();
      const experiment = newExperiment(workspaceId, {
        state: 'running',
        phase: 'final',
        counts: { waiting: 1, running: 2, complete: 3, pruned: 4, failed: 5, cancelled: 6, infeasible: 7 },
        bestTrial: 0,
        bestValues: [0.1 + 0.2, -1e-300],
        failure: 'it can’t go on',
        startedAt: someTime + 1,
        finishedAt: someTime + 2,
      });
      await store.insert(experiment);
      expect(await store.find(experiment.id)).toEqual(experiment);
    });

    it('keeps where an experiment was cloned from', async () => {
      const original = await insertExperiment(cases.current());
      const clone = await insertExperiment(cases.current(), { clonedFrom: original.id });
      expect((await cases.current().store.find(clone.id))?.clonedFrom).toBe(original.id);
    });

    it('stores an experiment together with what is done to it', async () => {
      const { store, workspaceId } = cases.current();
      const experiment = newExperiment(workspaceId);
      const trial = waitingTrial(experiment.id, 0);
      await store.insert(experiment, async (tx) => {
        expect(tx.experiment).toEqual(experiment);
        await tx.insertTrial(trial);
        await tx.update({ state: 'running', nextTrialNumber: 1 });
        await tx.append('experiment.created', { at: someTime });
        await tx.enqueue(trial, 0);
        expect(await tx.unfinishedTrials()).toEqual([trial]);
        expect(await store.find(experiment.id)).toBeUndefined();
      });
      expect(await store.find(experiment.id)).toEqual({
        ...experiment,
        state: 'running',
        nextTrialNumber: 1,
        lastSeq: 1,
      });
      expect(await store.trials(experiment.id)).toEqual([trial]);
      expect(await store.events(experiment.id, 0, 9)).toMatchObject([{ seq: 1, type: 'experiment.created' }]);
      const tickets = await takeOwnTickets(cases.current(), experiment.id);
      expect(tickets.map(({ trialId }) => trialId)).toEqual([trial.id]);
    });

    it('stores nothing when what is done to a new experiment fails', async () => {
      const { store, workspaceId } = cases.current();
      const experiment = newExperiment(workspaceId);
      const trial = waitingTrial(experiment.id, 0);
      const boom = new Error('boom');
      const failing = store.insert(experiment, async (tx) => {
        await tx.insertTrial(trial);
        await tx.append('experiment.created', { at: someTime });
        await tx.enqueue(trial, 0);
        throw boom;
      });
      await expect(failing).rejects.toBe(boom);
      expect(await store.find(experiment.id)).toBeUndefined();
      expect(await store.trials(experiment.id)).toEqual([]);
      expect(await store.events(experiment.id, 0, 9)).toEqual([]);
      expect(await takeOwnTickets(cases.current(), experiment.id)).toEqual([]);
      await store.insert(experiment);
      expect(await store.find(experiment.id)).toEqual(experiment);
    });

    it('refuses a second experiment of the same id with conflict, and leaves the first as it is', async () => {
      const { store, workspaceId } = cases.current();
      const first = await insertExperiment(cases.current(), { state: 'running' });
      let began = false;
      const second = store.insert(newExperiment(workspaceId, { id: first.id }), async () => {
        began = true;
      });
      await expect(second).rejects.toMatchObject({ name: CambiumError.name, code: 'conflict' });
      expect(began).toBe(false);
      expect(await store.find(first.id)).toEqual(first);
    });

    it('finds nothing under an unknown id', async () => {
      expect(await cases.current().store.find(newId())).toBeUndefined();
    });

    it('refuses a transaction on an unknown experiment with not-found', async () => {
      let ran = false;
      const refused = cases.current().store.transaction(newId(), async () => {
        ran = true;
      });
      await expect(refused).rejects.toMatchObject({ name: CambiumError.name, code: 'not-found' });
      expect(ran).toBe(false);
    });

    it('shows changes inside the transaction at once and to others after it', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current());
      const change: ExperimentChange = {
        state: 'running',
        phase: 'final',
        maxTrials: 32,
        exhausted: true,
        counts: { ...experiment.counts, waiting: 2 },
        nextTrialNumber: 2,
        bestTrial: 1,
        bestValues: [0.9],
        failure: 'why',
        startedAt: someTime + 5,
        finishedAt: someTime + 6,
      };
      const result = await store.transaction(experiment.id, async (tx) => {
        expect(tx.experiment).toEqual(experiment);
        await tx.update({ maxTrials: 20 });
        await tx.update(change);
        expect(tx.experiment).toEqual({ ...experiment, ...change });
        expect(await store.find(experiment.id)).toEqual(experiment);
        return 'what work returns';
      });
      expect(result).toBe('what work returns');
      expect(await store.find(experiment.id)).toEqual({ ...experiment, ...change });
    });

    it('leaves fields alone that an update does not name', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current(), { bestTrial: 3, bestValues: [1], failure: 'x' });
      await store.transaction(experiment.id, (tx) => tx.update({ failure: null }));
      expect(await store.find(experiment.id)).toEqual({ ...experiment, failure: null });
    });

    it('lists running experiments and no others', async () => {
      const { store } = cases.current();
      const running = await insertExperiment(cases.current(), { state: 'running' });
      const others = await Promise.all(
        (['created', 'paused', 'complete', 'stopped', 'failed'] as const).map((state) =>
          insertExperiment(cases.current(), { state }),
        ),
      );
      const listed = await store.runningExperiments();
      expect(listed).toContain(running.id);
      for (const other of others) expect(listed).not.toContain(other.id);
      await store.transaction(running.id, (tx) => tx.update({ state: 'paused' }));
      expect(await store.runningExperiments()).not.toContain(running.id);
    });
  });
}
