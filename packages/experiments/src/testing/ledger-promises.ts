import { type EndedTrial, isEnded, noTrials, type Trial, type TrialState } from '@cambium/core';
import { expect } from '@jest/globals';
import { spentCount } from '../ledger/ledger.js';
import type { Bench } from './bench.js';

const upTo = (count: number, from: number) => Array.from({ length: count }, (_, i) => i + from);

/**
 * Checks what the ledger promises, in any state it may be left in. `ended` holds the ended trials of earlier calls: they
 * must not have changed since.
 */
export async function expectPromisesKept(bench: Bench, id: string, ended: Map<string, EndedTrial>): Promise<void> {
  const experiment = await bench.experiment(id);
  const trials = await bench.store.trials(id);
  const events = await bench.store.events(id, 0, 100_000);

  expect(trials.map(({ number }) => number)).toEqual(upTo(experiment.nextTrialNumber, 0));
  expect(events.map(({ seq }) => seq)).toEqual(upTo(experiment.lastSeq, 1));
  expect(experiment.counts).toEqual(countStates(trials.filter(({ mode }) => mode !== 'final')));
  expect(spentCount(experiment.counts)).toBeLessThanOrEqual(experiment.maxTrials);
  const { waiting, running } = countStates(trials);
  expect(waiting + running).toBeLessThanOrEqual(experiment.spec.budget.maxParallel);

  const numbersOf = (type: string) =>
    events.flatMap((event) => (event.type === type ? [event.trialNumber ?? -1] : [])).sort((a, b) => a - b);
  expect(numbersOf('trial.created')).toEqual(trials.map(({ number }) => number));
  expect(numbersOf('trial.finished')).toEqual(trials.filter(isEnded).map(({ number }) => number));

  for (const trial of trials) {
    const attempts = await bench.store.attempts(trial.id);
    expect(attempts.map(({ epoch }) => epoch)).toEqual(upTo(trial.epoch, 1));
    const live = attempts.filter(({ state }) => state === 'running').map((attempt) => attempt.id);
    expect(live).toEqual(trial.state === 'running' ? [trial.attemptId] : []);
    if (!isEnded(trial)) continue;
    expect(trial).toEqual(ended.get(trial.id) ?? trial);
    ended.set(trial.id, trial);
  }
}

function countStates(trials: readonly Trial[]): Record<TrialState, number> {
  const counts = { ...noTrials };
  for (const { state } of trials) counts[state] += 1;
  return counts;
}
