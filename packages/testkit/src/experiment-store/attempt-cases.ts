import type { ArtifactLink, Attempt, Report } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { insertExperiment, newAttempt, newId, someTime, waitingTrial } from './rows.js';
import type { StoreCases, StoreUnderTest } from './store-under-test.js';

/** An experiment with one trial and two attempts at it, the first of them lost. */
async function twoAttempts(opened: StoreUnderTest) {
  const { id } = await insertExperiment(opened);
  const trial = waitingTrial(id, 0);
  const first = newAttempt(trial, {
    state: 'lost',
    endedAt: someTime + 9,
    failure: { code: 'lost', message: 'its lease ran out' },
  });
  const second = newAttempt(trial, { epoch: 2, device: 'wasm' });
  await opened.store.transaction(id, async (tx) => {
    await tx.insertTrial(trial);
    await tx.insertAttempt(second);
    await tx.insertAttempt(first);
    expect(await tx.attempts(trial.id)).toEqual([first, second]);
  });
  return { id, trial, first, second };
}

export function attemptCases(cases: StoreCases): void {
  describe('attempts, reports and artifacts', () => {
    it('keep attempts as they were stored, by epoch', async () => {
      const { store } = cases.current();
      const { id, trial, first, second } = await twoAttempts(cases.current());
      expect(await store.attempts(trial.id)).toEqual([first, second]);
      const changed = { ...second, leaseExpiresAt: second.leaseExpiresAt + 5000, device: 'native' };
      await store.transaction(id, async (tx) => {
        expect(await tx.attempt(first.id)).toEqual(first);
        expect(await tx.attempt(newId())).toBeUndefined();
        await tx.updateAttempt(changed);
        expect(await tx.attempt(second.id)).toEqual(changed);
        expect(await tx.attempts(trial.id)).toEqual([first, changed]);
      });
      expect(await store.attempts(trial.id)).toEqual([first, changed]);
      expect(await store.attempts(newId())).toEqual([]);
    });

    it('list reports by attempt epoch, then step; the same attempt and step again overwrites', async () => {
      const { store } = cases.current();
      const { id, trial, first, second } = await twoAttempts(cases.current());
      const report = (attemptId: string, step: number, loss: number | null): Report => ({
        trialId: trial.id,
        attemptId,
        step,
        metrics: { loss },
        at: someTime + step,
      });
      await store.transaction(id, (tx) => tx.putReports([report(second.id, 1, 0.5), report(second.id, 2, 0.25)]));
      await store.transaction(id, (tx) => tx.putReports([report(first.id, 10, 1), report(first.id, 9, null)]));
      await store.transaction(id, (tx) => tx.putReports([report(second.id, 2, 0.125), report(second.id, 3, 0)]));
      await store.transaction(id, (tx) => tx.putReports([]));
      expect(await store.reports(trial.id)).toEqual([
        report(first.id, 9, null),
        report(first.id, 10, 1),
        report(second.id, 1, 0.5),
        report(second.id, 2, 0.125),
        report(second.id, 3, 0),
      ]);
      expect(await store.reports(newId())).toEqual([]);
    });

    it('keep artifacts of a trial; the same name again overwrites', async () => {
      const { store } = cases.current();
      const { id, trial, first, second } = await twoAttempts(cases.current());
      const link = (name: string, digit: string): ArtifactLink => ({
        name,
        kind: name === 'log' ? 'log' : 'model',
        digest: `sha256:${digit.repeat(64)}`,
        bytes: 3_000_000_000,
      });
      await store.transaction(id, (tx) =>
        tx.putArtifacts(trial.id, first.id, [link('log', '1'), link('model/model.json', '2')]),
      );
      const within = await store.transaction(id, async (tx) => {
        await tx.putArtifacts(trial.id, second.id, [link('log', '3')]);
        return tx.artifacts(trial.id);
      });
      const stored = await store.artifacts(trial.id);
      expect(within).toEqual(stored);
      expect(stored.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
        link('log', '3'),
        link('model/model.json', '2'),
      ]);
      expect(await store.artifacts(newId())).toEqual([]);
    });

    it('name the experiments with a running attempt whose lease ended before a time, each once', async () => {
      const { store } = cases.current();
      // Far in the past, so that no attempt of another test is in the way.
      const before = 1_000_000;
      const experimentWith = async (changes: readonly Partial<Attempt>[]) => {
        const { id } = await insertExperiment(cases.current(), { state: 'running' });
        const attempts = changes.map((change, number) => newAttempt(waitingTrial(id, number), change));
        await store.transaction(id, async (tx) => {
          for (const [number, attempt] of attempts.entries()) {
            await tx.insertTrial(waitingTrial(id, number, { id: attempt.trialId }));
            await tx.insertAttempt(attempt);
          }
        });
        return { id, attempts };
      };
      const twice = await experimentWith([{ leaseExpiresAt: before - 2 }, { leaseExpiresAt: before - 1 }]);
      const once = await experimentWith([{ leaseExpiresAt: before - 1 }, { leaseExpiresAt: before + 9 }]);
      await experimentWith([{ leaseExpiresAt: before }, { leaseExpiresAt: before - 3, state: 'finished' }]);
      expect((await store.overdueExperiments(before)).toSorted()).toEqual([twice.id, once.id].sort());
      expect(await store.overdueExperiments(before - 2)).toEqual([]);
      for (const { id, attempts } of [twice, once]) {
        await store.transaction(id, async (tx) => {
          for (const attempt of attempts) await tx.updateAttempt({ ...attempt, state: 'lost', endedAt: before });
        });
      }
      expect(await store.overdueExperiments(before)).toEqual([]);
    });
  });
}
