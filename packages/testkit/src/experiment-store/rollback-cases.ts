import type { ExperimentTransaction } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { takeOwnTickets } from './own-tickets.js';
import { endedTrial, insertExperiment, newAttempt, runningTrial, someTime, waitingTrial } from './rows.js';
import type { StoreCases } from './store-under-test.js';

export function rollbackCases(cases: StoreCases): void {
  describe('a transaction whose work throws', () => {
    it('rejects with the same error and changes nothing', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current());
      const kept = waitingTrial(experiment.id, 0);
      const attempt = newAttempt(kept);
      const report = { trialId: kept.id, attemptId: attempt.id, step: 1, metrics: { loss: 1 }, at: someTime };
      const log = { name: 'log', kind: 'log', digest: `sha256:${'a'.repeat(64)}`, bytes: 3 } as const;
      await store.transaction(experiment.id, async (tx) => {
        await tx.insertTrial(kept);
        await tx.updateTrial(runningTrial(kept, attempt.id));
        await tx.insertAttempt(attempt);
        await tx.putReports([report]);
        await tx.putArtifacts(kept.id, attempt.id, [log]);
        await tx.append('experiment.started', { at: someTime });
      });
      const everything = async () => ({
        experiment: await store.find(experiment.id),
        trials: await store.trials(experiment.id),
        attempts: await store.attempts(kept.id),
        reports: await store.reports(kept.id),
        artifacts: await store.artifacts(kept.id),
        events: await store.events(experiment.id, 0, 100),
      });
      const before = await everything();

      const boom = new Error('boom');
      const changeAll = async (tx: ExperimentTransaction) => {
        const fresh = waitingTrial(experiment.id, 1);
        await tx.update({ state: 'running', nextTrialNumber: 2 });
        await tx.insertTrial(fresh);
        await tx.updateTrial(endedTrial(kept));
        await tx.insertAttempt(newAttempt(fresh));
        await tx.updateAttempt({ ...attempt, state: 'lost', endedAt: someTime + 1 });
        await tx.putReports([
          { ...report, metrics: { loss: 2 } },
          { ...report, step: 2 },
        ]);
        await tx.putArtifacts(kept.id, attempt.id, [{ ...log, bytes: 4 }]);
        await tx.append('trial.finished', { trialNumber: 0, at: someTime });
        await tx.enqueue(fresh, 0);
        throw boom;
      };
      await expect(store.transaction(experiment.id, changeAll)).rejects.toBe(boom);
      expect(await everything()).toEqual(before);
      expect(await takeOwnTickets(cases.current(), experiment.id)).toEqual([]);
    });

    it('does not stop the next transaction, nor leave a gap in the numbers of events', async () => {
      const { store } = cases.current();
      const experiment = await insertExperiment(cases.current());
      for (let i = 0; i < 3; i++) {
        await store.transaction(experiment.id, (tx) => tx.append('experiment.paused', { at: someTime + i }));
        const failing = store.transaction(experiment.id, async (tx) => {
          await tx.append('experiment.stopped', { at: someTime });
          throw new Error('no');
        });
        await expect(failing).rejects.toThrow('no');
      }
      const events = await store.events(experiment.id, 0, 10);
      expect(events.map(({ seq, type }) => [seq, type])).toEqual([
        [1, 'experiment.paused'],
        [2, 'experiment.paused'],
        [3, 'experiment.paused'],
      ]);
    });
  });
}
