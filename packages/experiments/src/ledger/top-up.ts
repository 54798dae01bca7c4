import { isOfSearch } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { addTrial } from './add-trial.js';
import { askSearcher } from './ask-searcher.js';
import { firstDesign, missingBaselines } from './baselines.js';
import { cancelWaiting } from './cancel-trials.js';
import { failExperiment } from './close-experiment.js';
import { isOutOfDeviceTime } from './device-time.js';
import { finishSearch } from './final-stage.js';
import { type Ledger, pendingCount, spentCount } from './ledger.js';
import { startBaseline } from './start-baseline.js';

/**
 * So many infeasible suggestions in a row say that the constraints leave (nearly) nothing of the space: each of them comes
 * after 200 infeasible draws of the constrained space. All of them are drawn under the experiment's lock, so not more.
 */
const mostInfeasible = 100;
/** Results taken over in a row after which the searcher counts as exhausted. */
const mostReused = 100;

type Needs = Pick<Dependencies, 'host' | 'hostTrouble' | 'searchers' | 'newId'>;

/** Fills the experiment's running search up to its parallelism; when nothing is left to search, ends the search. */
export async function topUp(needs: Needs, ledger: Ledger): Promise<void> {
  const { tx } = ledger;
  const inARow = { infeasible: 0, reused: 0 };
  const outOfTime = tx.experiment.phase === 'search' && (await isOutOfDeviceTime(ledger));
  // Nobody may start them any more.
  if (outOfTime) await cancelWaiting(ledger);
  let room = outOfTime ? 0 : tx.experiment.spec.budget.maxParallel - (await unfinishedOthers(ledger));
  while (tx.experiment.phase === 'search' && hasRoom(ledger, room)) {
    if (await addBaseline(needs, ledger)) {
      room--;
      continue;
    }
    const added = await addTrial(needs, ledger);
    if (added.kind === 'broken') return failExperiment(ledger, added.failure);
    if (added.kind === 'none') break;
    inARow.infeasible = added.kind === 'infeasible' ? inARow.infeasible + 1 : 0;
    inARow.reused = added.kind === 'reused' ? inARow.reused + 1 : 0;
    if (inARow.infeasible >= mostInfeasible) return failExperiment(ledger, nothingFeasible(ledger));
    // It has nothing new any more.
    if (inARow.reused >= mostReused) await tx.update({ exhausted: true });
  }
  if (ledger.untold.length > 0) {
    const told = await askSearcher(needs, ledger, 0);
    if (told.kind === 'broken') return failExperiment(ledger, told.failure);
  }
  const { counts, phase } = tx.experiment;
  if (phase === 'final' || (pendingCount(counts) === 0 && (outOfTime || !hasBudget(ledger))))
    await finishSearch(needs, ledger);
}

/** The next baseline of the first design, if there is one: they go before the second trial of the search. */
async function addBaseline(needs: Needs, ledger: Ledger): Promise<boolean> {
  const { tx } = ledger;
  const { spec, counts } = tx.experiment;
  if (spec.baselines === undefined || spec.baselines.length === 0 || spentCount(counts) !== 1) return false;
  const trials = await tx.trials();
  const first = firstDesign(trials);
  const [next] = first === undefined ? [] : missingBaselines(tx.experiment, first, trials);
  if (next === undefined) return false;
  await startBaseline(needs, ledger, next);
  return true;
}

/** Whether the budget and the searcher allow another trial, now or later. */
function hasBudget({ tx }: Ledger): boolean {
  const { counts, maxTrials, exhausted } = tx.experiment;
  return !exhausted && spentCount(counts) < maxTrials;
}

/** @param room how many of its trials may wait or run */
function hasRoom(ledger: Ledger, room: number): boolean {
  return hasBudget(ledger) && pendingCount(ledger.tx.experiment.counts) < room;
}

/**
 * Baselines run beside the search, and an experiment that is extended in its final stage searches on while winners are still
 * being retrained.
 */
async function unfinishedOthers({ tx }: Ledger): Promise<number> {
  const { nextTrialNumber, counts } = tx.experiment;
  // These trials are numbered, not counted: most experiments have none and need no look at their trials.
  const searched = spentCount(counts) + counts.infeasible;
  if (nextTrialNumber === searched) return 0;
  return (await tx.unfinishedTrials()).filter((trial) => !isOfSearch(trial)).length;
}

function nothingFeasible({ tx }: Ledger): string {
  const bounds = tx.experiment.spec.constraints.map(({ metric, min, max }) =>
    [metric, min === undefined ? '' : ` ≥ ${min}`, max === undefined ? '' : ` ≤ ${max}`].join(''),
  );
  return `${mostInfeasible} suggestions in a row broke the constraints (${bounds.join(', ')}); loosen them or give the space smaller designs`;
}
