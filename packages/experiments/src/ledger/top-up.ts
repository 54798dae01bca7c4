import type { Dependencies } from '../dependencies.js';
import { askSearcher } from './ask-searcher.js';
import { failExperiment } from './close-experiment.js';
import { createTrial, priorities } from './create-trial.js';
import { endTrial } from './end-trial.js';
import { finishSearch } from './final-stage.js';
import { type Ledger, pendingCount, spentCount } from './ledger.js';

/**
 * So many infeasible suggestions in a row say that the constraints leave (nearly) nothing of the space: each of them comes
 * after 200 infeasible draws of the constrained space. All of them are drawn under the experiment's lock, so not more.
 */
const mostInfeasible = 100;

type Needs = Pick<Dependencies, 'host' | 'hostTrouble' | 'searchers' | 'newId'>;

/** Fills the experiment's running search up to its parallelism; when nothing is left to search, ends the search. */
export async function topUp(needs: Needs, ledger: Ledger): Promise<void> {
  const { tx } = ledger;
  const retraining = await unfinishedFinals(ledger);
  let infeasible = 0;
  while (tx.experiment.phase === 'search' && hasRoom(ledger, retraining)) {
    const added = await addTrial(needs, ledger);
    if (added === 'failed') return;
    if (added === 'none') break;
    infeasible = added === 'infeasible' ? infeasible + 1 : 0;
    if (infeasible >= mostInfeasible) return failExperiment(ledger, nothingFeasible(ledger));
  }
  if (ledger.untold.length > 0 && (await tellSearcher(needs, ledger)) === 'failed') return;
  const { counts, phase } = tx.experiment;
  if (phase === 'final' || (pendingCount(counts) === 0 && !hasBudget(ledger))) await finishSearch(needs, ledger);
}

/** Whether the budget and the searcher allow another trial, now or later. */
function hasBudget({ tx }: Ledger): boolean {
  const { counts, maxTrials, exhausted } = tx.experiment;
  return !exhausted && spentCount(counts) < maxTrials;
}

function hasRoom(ledger: Ledger, retraining: number): boolean {
  const { counts, spec } = ledger.tx.experiment;
  return hasBudget(ledger) && pendingCount(counts) + retraining < spec.budget.maxParallel;
}

/** An experiment that is extended in its final stage searches on while winners are still being retrained. */
async function unfinishedFinals({ tx }: Ledger): Promise<number> {
  const { nextTrialNumber, counts } = tx.experiment;
  // Final trials are numbered, not counted: most experiments have none yet and need no look at their trials.
  const searched = spentCount(counts) + counts.infeasible;
  if (nextTrialNumber === searched) return 0;
  return (await tx.unfinishedTrials()).filter(({ mode }) => mode === 'final').length;
}

async function addTrial(needs: Needs, ledger: Ledger): Promise<'waiting' | 'infeasible' | 'none' | 'failed'> {
  const { tx } = ledger;
  const answer = await askSearcher(needs, ledger, 1);
  if (answer.kind === 'broken') return fail(ledger, answer.failure);
  const { result, checks } = answer.reply;
  switch (result.kind) {
    case 'exhausted':
      await tx.update({ exhausted: true });
      return 'none';
    case 'wait':
      if (pendingCount(tx.experiment.counts) > 0) return 'none';
      return fail(
        ledger,
        `searcher ${tx.experiment.spec.searcher.name} waits for a trial, but none is waiting or running`,
      );
    case 'suggest': {
      const [suggestion] = result.suggestions;
      const { staticMetrics, violation } = checks[0] ?? { staticMetrics: {}, violation: 0 };
      const trial = await createTrial(needs, ledger, { suggestion, staticMetrics });
      if (violation > 0) {
        await endTrial(ledger, trial, { state: 'infeasible' });
        return 'infeasible';
      }
      await tx.enqueue(trial, priorities.search);
      return 'waiting';
    }
  }
}

async function tellSearcher(needs: Needs, ledger: Ledger): Promise<'told' | 'failed'> {
  const answer = await askSearcher(needs, ledger, 0);
  return answer.kind === 'broken' ? fail(ledger, answer.failure) : 'told';
}

async function fail(ledger: Ledger, failure: string): Promise<'failed'> {
  await failExperiment(ledger, failure);
  return 'failed';
}

function nothingFeasible({ tx }: Ledger): string {
  const bounds = tx.experiment.spec.constraints.map(({ metric, min, max }) =>
    [metric, min === undefined ? '' : ` ≥ ${min}`, max === undefined ? '' : ` ≤ ${max}`].join(''),
  );
  return `${mostInfeasible} suggestions in a row broke the constraints (${bounds.join(', ')}); loosen them or give the space smaller designs`;
}
