import { randomUUID } from 'node:crypto';
import { createRng, type Trial } from '@cambium/core';
import { endedRow, someTime, waitingRow } from './rows.js';

/** Trials of every kind: ties, missing values, parameters that are numbers, words, switches or absent. */
export function makeTrials(experimentId: string, count: number): Trial[] {
  const rng = createRng('reader');
  return Array.from({ length: count }, (_, number): Trial => {
    const params = {
      'hp.lr': rng.next() * 0.01,
      'hp.batch': rng.pick([32, 64, 128]),
      ...(rng.next() < 0.6 ? { 'hp.optimizer': rng.pick(['sgd', 'Adam', 'ädam', `it's "so"`]) } : {}),
      ...(rng.next() < 0.7 ? { 'hp.mixed': rng.pick([3, 10, -1e-7, 'big', 'Big', true, false]) } : {}),
    };
    const waiting = waitingRow(experimentId, number, {
      params,
      staticMetrics: { params: rng.int(5) * 1000 },
      // The experiment has 4 steps.
      fidelity: rng.pick([null, null, 1, 2, 4]),
      parent: number > 0 && rng.next() < 0.3 ? rng.int(Math.min(number, 20)) : null,
    });
    const kind = rng.int(10);
    if (kind === 0) return waiting;
    if (kind === 1) {
      const attemptId = randomUUID();
      return {
        ...waiting,
        state: 'running',
        epoch: 1,
        attemptId,
        startedAt: someTime,
        metrics: { score: 0.5 },
        lastStep: 1,
      };
    }
    const state = rng.pick(['complete', 'complete', 'pruned', 'failed', 'infeasible'] as const);
    const value = state === 'complete' || (state === 'pruned' && kind > 5) ? rng.int(40) / 37 - 0.3 : null;
    return endedRow(waiting, {
      state,
      epoch: 1,
      mode: number >= count - 3 ? 'final' : rng.pick([null, null, null, 'supernet', 'fold', 'repeat', 'known']),
      startedAt: kind === 2 ? null : someTime,
      finishedAt: someTime + rng.int(30) * 100,
      metrics: { score: value, ...(kind > 4 ? { loss: rng.next() } : {}), ...waiting.staticMetrics },
      values: value === null ? null : [value, 1],
      violation: kind === 6 ? 0.5 : 0,
    });
  });
}
