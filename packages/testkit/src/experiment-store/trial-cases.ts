import type { EndedTrial, FinishedState, Trial } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { endedTrial, insertExperiment, newId, runningTrial, waitingTrial } from './rows.js';
import type { StoreCases } from './store-under-test.js';

const ends: readonly { readonly state: FinishedState; readonly change: Partial<EndedTrial> }[] = [
  { state: 'complete', change: {} },
  { state: 'pruned', change: { values: null, lastStep: 1, violation: 0.25 } },
  {
    state: 'failed',
    change: { values: null, failure: { code: 'crashed', message: 'exit code 1', stderr: 'line 1\nline 2' } },
  },
  { state: 'cancelled', change: { startedAt: null, values: null, metrics: {}, lastStep: 0 } },
  { state: 'infeasible', change: { startedAt: null, values: null, violation: 100_000 } },
];

export function trialCases(cases: StoreCases): void {
  describe('trials', () => {
    it('come back as they were stored, in every state, by number', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const rich = waitingTrial(id, 1, {
        fidelity: 0.25,
        resumeFrom: { digest: `sha256:${'0'.repeat(64)}`, step: 3 },
        mode: 'shared-weights',
        parent: 0,
        why: { parents: [0, 3], note: 'mutated' },
        epoch: 2,
      });
      const trials: Trial[] = [
        waitingTrial(id, 0),
        rich,
        { ...runningTrial(waitingTrial(id, 2), newId()), metrics: { val_loss: null, x: 0.1 }, lastStep: 2 },
        ...ends.map(({ state, change }, i) => endedTrial(waitingTrial(id, 3 + i), { ...change, state })),
      ];
      await store.transaction(id, async (tx) => {
        for (const trial of trials.toReversed()) await tx.insertTrial(trial);
        for (const trial of trials) {
          expect(await tx.trial(trial.id)).toEqual(trial);
          expect(await tx.trialByNumber(trial.number)).toEqual(trial);
        }
        expect(await tx.trials()).toEqual(trials);
        expect(await tx.unfinishedTrials()).toEqual(trials.slice(0, 3));
      });
      expect(await store.trials(id)).toEqual(trials);
      await store.transaction(id, async (tx) => {
        expect(await tx.trials()).toEqual(trials);
        expect(await tx.unfinishedTrials()).toEqual(trials.slice(0, 3));
        for (const trial of trials) expect(await tx.trial(trial.id)).toEqual(trial);
      });
    });

    it('are not there under unknown ids, numbers, or another experiment', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      const trial = waitingTrial(other.id, 0);
      await store.transaction(other.id, (tx) => tx.insertTrial(trial));
      await store.transaction(id, async (tx) => {
        expect(await tx.trial(newId())).toBeUndefined();
        expect(await tx.trial(trial.id)).toBeUndefined();
        expect(await tx.trialByNumber(0)).toBeUndefined();
        expect(await tx.unfinishedTrials()).toEqual([]);
      });
      expect(await store.trials(id)).toEqual([]);
    });

    it('go from waiting to running, back to waiting, and to an end', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const waiting = waitingTrial(id, 0);
      const running = runningTrial(waiting, newId());
      const steps: readonly Trial[] = [
        running,
        { ...waiting, epoch: 1 },
        { ...running, epoch: 2, attemptId: newId() },
        endedTrial(waiting, { epoch: 2 }),
      ];
      await store.transaction(id, (tx) => tx.insertTrial(waiting));
      for (const step of steps) {
        await store.transaction(id, async (tx) => {
          await tx.updateTrial(step);
          expect(await tx.trial(step.id)).toEqual(step);
        });
        expect(await store.trials(id)).toEqual([step]);
      }
      await store.transaction(id, async (tx) => expect(await tx.unfinishedTrials()).toEqual([]));
    });

    it.each(ends)('never change once $state', async ({ state, change }) => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const waiting = waitingTrial(id, 0);
      const ended = endedTrial(waiting, { ...change, state });
      await store.transaction(id, (tx) => tx.insertTrial(waiting));
      await store.transaction(id, (tx) => tx.updateTrial(ended));
      for (const next of [waiting, runningTrial(waiting, newId()), { ...ended, violation: 5 }]) {
        await expect(store.transaction(id, (tx) => tx.updateTrial(next))).rejects.toThrow(Error);
      }
      expect(await store.trials(id)).toEqual([ended]);
    });

    it('never change once ended in the same transaction', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const waiting = waitingTrial(id, 0);
      const twice = store.transaction(id, async (tx) => {
        await tx.insertTrial(waiting);
        await tx.updateTrial(endedTrial(waiting));
        await tx.updateTrial(endedTrial(waiting, { violation: 1 }));
      });
      await expect(twice).rejects.toThrow(Error);
      expect(await store.trials(id)).toEqual([]);
    });

    it('are never numbered twice', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const trial = waitingTrial(id, 0);
      await store.transaction(id, (tx) => tx.insertTrial(trial));
      await expect(store.transaction(id, (tx) => tx.insertTrial(waitingTrial(id, 0)))).rejects.toThrow(Error);
      expect(await store.trials(id)).toEqual([trial]);
    });
  });
}
