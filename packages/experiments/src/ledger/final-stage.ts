import { type EndedTrial, isEnded, type Trial } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { completeExperiment, failExperiment } from './close-experiment.js';
import { commonFailure } from './common-failure.js';
import { createTrial, priorities } from './create-trial.js';
import { confirmFront } from './keep-front.js';
import { leadersOf, paramsKey } from './leaders.js';
import type { Ledger } from './ledger.js';
import { confirmedLeaders, repetitionsLeft } from './reevaluation.js';

type Needs = Pick<Dependencies, 'newId'>;

/**
 * The search is over: evaluates the leaders again if that is asked for, retrains the winners (both outside of the budget,
 * within the parallelism) and, when that is done, completes the experiment. Called again whenever a trial ends; nothing is
 * done twice.
 */
export async function finishSearch(needs: Needs, ledger: Ledger): Promise<void> {
  const { tx, now } = ledger;
  const trials = await tx.trials();
  const begins = tx.experiment.phase === 'search';
  if (begins) {
    if (tx.experiment.counts.complete === 0) return failExperiment(ledger, commonFailure(trials));
    await tx.update({ phase: 'final' });
  }
  const repetitions = repetitionsLeft(tx.experiment, trials);
  if (repetitions.kind === 'running')
    return startFinals(needs, ledger, { trials, next: repetitions.next, mode: 'repeat' });

  const { top } = tx.experiment.spec.final;
  const confirmed = confirmedLeaders(tx.experiment, trials);
  if (confirmed !== null) await confirmFront(ledger, confirmed);
  const winners = confirmed?.slice(0, top).map(({ trial }) => trial) ?? leadersOf(tx.experiment, trials, top);
  const next = notRetrained(winners, trials);
  const unannounced = trials.every(({ mode }) => mode !== 'final') && next.length > 0;
  if (unannounced || (begins && next.length > 0)) {
    await tx.append('experiment.finalizing', { at: now, payload: { winners: next.map(({ number }) => number) } });
  }
  await startFinals(needs, ledger, { trials, next, mode: 'final' });
}

interface Finals {
  readonly trials: readonly Trial[];
  /** Those to run again, in order. */
  readonly next: readonly EndedTrial[];
  readonly mode: 'final' | 'repeat';
}

/** Starts as many as the parallelism allows; without any left or running, the experiment is complete. */
async function startFinals(needs: Needs, ledger: Ledger, { trials, next, mode }: Finals): Promise<void> {
  const { tx } = ledger;
  const unfinished = trials.filter((trial) => !isEnded(trial)).length;
  const started = next.slice(0, Math.max(0, tx.experiment.spec.budget.maxParallel - unfinished));
  for (const original of started) {
    const trial = await createTrial(needs, ledger, {
      suggestion: { params: original.params, mode },
      staticMetrics: original.staticMetrics,
      parent: original.number,
    });
    await tx.enqueue(trial, priorities.final);
  }
  if (unfinished + started.length === 0) await completeExperiment(ledger);
}

function notRetrained(winners: readonly EndedTrial[], trials: readonly Trial[]): readonly EndedTrial[] {
  const retrained = new Set(
    trials.filter(({ mode, state }) => mode === 'final' && state !== 'cancelled').map(paramsKey),
  );
  return winners.filter((winner) => !retrained.has(paramsKey(winner)));
}
