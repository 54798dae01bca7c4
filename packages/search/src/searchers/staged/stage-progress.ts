import type { AskContext, FinishedTrial } from '@cambium/core';
import { improvements } from '../../composite/improvements.js';
import type { SubSearch } from '../../composite/sub-search.js';
import type { Stage } from './options.js';
import type { RunningStage } from './stage-lanes.js';

/** `open`: it may have another trial. `closing`: its last ones run. `over`: they have ended. */
export type StageProgress = 'open' | 'closing' | 'over';

export function stageProgress(
  running: RunningStage,
  stage: Stage,
  { context, subs }: { readonly context: AskContext<unknown>; readonly subs: readonly SubSearch[] },
): StageProgress {
  const own = context.history.trials.filter(({ number }) => number >= running.from);
  const pending = context.pending.filter(({ number }) => number >= running.from).length;
  const spent = own.filter(costsBudget).length + pending;
  const ends =
    (running.trials !== null && spent >= running.trials) ||
    (running.seconds !== null && secondsOf(own) >= running.seconds) ||
    running.lanes.every(({ exhausted }) => exhausted) ||
    isGated(stage, { context, subs, from: running.from });
  if (!ends) return 'open';
  return pending > 0 ? 'closing' : 'over';
}

/** Infeasible trials are refused before they run; those of earlier experiments ran elsewhere. */
export function costsBudget({ state, mode }: FinishedTrial): boolean {
  return state !== 'infeasible' && mode !== 'known';
}

/** Device seconds that trials took. */
export function secondsOf(trials: readonly FinishedTrial[]): number {
  return trials.reduce((sum, { seconds = 0, mode }) => (mode === 'known' ? sum : sum + seconds), 0);
}

/** Whether the stage's last trials, as many as its patience, brought no improvement on those that its lanes know of. */
function isGated(
  { gate }: Stage,
  {
    context: { history, objectives },
    subs,
    from,
  }: { readonly context: AskContext<unknown>; readonly subs: readonly SubSearch[]; readonly from: number },
): boolean {
  if (gate === undefined) return false;
  const seen = history.trials.filter((trial) => trial.state !== 'infeasible' && subs.some((sub) => sub.shows(trial)));
  const improved = improvements(seen, objectives, gate.minImprovement);
  const last = seen.flatMap(({ number }, i) => (number >= from ? [improved[i] === true] : [])).slice(-gate.patience);
  return last.length === gate.patience && !last.includes(true);
}
