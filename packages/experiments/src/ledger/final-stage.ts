import { type EndedTrial, isEnded, type Trial } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { compareValues } from '../scoring/compare-values.js';
import { completeExperiment, failExperiment } from './close-experiment.js';
import { commonFailure } from './common-failure.js';
import { createTrial, priorities } from './create-trial.js';
import type { Ledger } from './ledger.js';

/**
 * The search is over: retrains the winners (outside of the budget, within the parallelism) and, when that is done,
 * completes the experiment. Called again whenever a trial ends; a winner is never retrained twice.
 */
export async function finishSearch(needs: Pick<Dependencies, 'newId'>, ledger: Ledger): Promise<void> {
  const { tx, now } = ledger;
  const trials = await tx.trials();
  if (tx.experiment.phase === 'search') {
    if (tx.experiment.counts.complete === 0) return failExperiment(ledger, commonFailure(trials));
    await tx.update({ phase: 'final' });
    const winners = winnersLeft(ledger, trials).map(({ number }) => number);
    if (winners.length > 0) await tx.append('experiment.finalizing', { at: now, payload: { winners } });
  }
  const unfinished = trials.filter((trial) => !isEnded(trial)).length;
  const room = Math.max(0, tx.experiment.spec.budget.maxParallel - unfinished);
  const started = winnersLeft(ledger, trials).slice(0, room);
  for (const winner of started) {
    const trial = await createTrial(needs, ledger, {
      suggestion: { params: winner.params, mode: 'final' },
      staticMetrics: winner.staticMetrics,
      parent: winner.number,
    });
    await tx.enqueue(trial, priorities.final);
  }
  if (unfinished + started.length === 0) await completeExperiment(ledger);
}

/** The best distinct complete, feasible trials that were not retrained yet, best first. */
function winnersLeft({ tx }: Ledger, trials: readonly Trial[]): readonly EndedTrial[] {
  const { spec } = tx.experiment;
  const candidates = trials
    .filter(isEnded)
    .filter(({ mode, state, values, violation }) => mode === null && state === 'complete' && values && violation === 0)
    .sort((a, b) => compareValues(a.values ?? [], b.values ?? [], spec.objectives) || a.number - b.number);
  const distinct = new Map<string, EndedTrial>();
  for (const trial of candidates) {
    if (distinct.size === spec.final.top) break;
    const key = paramsKey(trial);
    if (!distinct.has(key)) distinct.set(key, trial);
  }
  const retrained = trials.filter(({ mode, state }) => mode === 'final' && state !== 'cancelled');
  for (const trial of retrained) distinct.delete(paramsKey(trial));
  return [...distinct.values()];
}

function paramsKey({ params }: Trial): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
