import { type EndedTrial, isEnded, type Trial } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { type Baseline, missingBaselines } from './baselines.js';
import { completeExperiment, failExperiment } from './close-experiment.js';
import { commonFailure } from './common-failure.js';
import { createTrial, priorities } from './create-trial.js';
import { confirmFront } from './keep-front.js';
import { leadersOf, paramsKey } from './leaders.js';
import type { Ledger } from './ledger.js';
import { confirmedLeaders, repetitionsLeft } from './reevaluation.js';
import { startBaseline } from './start-baseline.js';

type Needs = Pick<Dependencies, 'newId'>;

/**
 * The search is over: evaluates the leaders again if that is asked for, retrains the winners, trains the best design with
 * other policies to compare with (all outside of the budget, within the parallelism) and, when that is done, completes the experiment. Called again whenever a trial ends; nothing is
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
    return startFinals(needs, ledger, { trials, next: repetitions.next, mode: 'repeat', baselines: [] });

  const { top } = tx.experiment.spec.final;
  const confirmed = confirmedLeaders(tx.experiment, trials);
  if (confirmed !== null) await confirmFront(ledger, confirmed);
  const winners = confirmed?.slice(0, top).map(({ trial }) => trial) ?? leadersOf(tx.experiment, trials, top);
  const next = notRetrained(winners, trials);
  const unannounced = trials.every(({ mode }) => mode !== 'final') && next.length > 0;
  if (unannounced || (begins && next.length > 0)) {
    await tx.append('experiment.finalizing', { at: now, payload: { winners: next.map(({ number }) => number) } });
  }
  const best = winners[0] ?? leadersOf(tx.experiment, trials, 1)[0];
  const baselines = best === undefined ? [] : missingBaselines(tx.experiment, best, trials);
  await startFinals(needs, ledger, { trials, next, mode: 'final', baselines });
}

interface Finals {
  readonly trials: readonly Trial[];
  /** Those to run again, in order. */
  readonly next: readonly EndedTrial[];
  readonly mode: 'final' | 'repeat';
  /** After them. */
  readonly baselines: readonly Baseline[];
}

/** Starts as many as the parallelism allows; without any left or running, the experiment is complete. */
async function startFinals(needs: Needs, ledger: Ledger, { trials, next, mode, baselines }: Finals): Promise<void> {
  const { tx } = ledger;
  const unfinished = trials.filter((trial) => !isEnded(trial)).length;
  const room = Math.max(0, tx.experiment.spec.budget.maxParallel - unfinished);
  const started = next.slice(0, room);
  const compared = baselines.slice(0, room - started.length);
  for (const original of started) {
    const trial = await createTrial(needs, ledger, {
      suggestion: { params: original.params, mode },
      staticMetrics: original.staticMetrics,
      parent: original.number,
    });
    await tx.enqueue(trial, priorities.final);
  }
  for (const baseline of compared) await startBaseline(needs, ledger, baseline);
  if (unfinished + started.length + compared.length === 0) await completeExperiment(ledger);
}

function notRetrained(winners: readonly EndedTrial[], trials: readonly Trial[]): readonly EndedTrial[] {
  const retrained = new Set(
    trials.filter(({ mode, state }) => mode === 'final' && state !== 'cancelled').map(paramsKey),
  );
  return winners.filter((winner) => !retrained.has(paramsKey(winner)));
}
