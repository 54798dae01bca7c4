import type {
  ExperimentTransaction,
  Json,
  Metrics,
  PrunerDefinition,
  Registry,
  ReportEntry,
  RunningTrial,
} from '@cambium/core';
import { readAll } from '../history/read-all.js';
import { type PrunerRun, prunerRun } from './pruner-run.js';

/**
 * Asks the pruner about new reports of a trial, in order, and keeps its state. `stop` as soon as it said so once. Modes of
 * a searcher and retrained winners are never pruned. Called before the reports become events.
 * @throws whatever a broken pruner throws.
 */
export async function prune(
  pruners: Registry<PrunerDefinition>,
  tx: ExperimentTransaction,
  { trial, entries }: { readonly trial: RunningTrial; readonly entries: readonly ReportEntry[] },
): Promise<'continue' | 'stop'> {
  const run = trial.mode === null ? prunerRun(pruners, tx.experiment) : null;
  if (run === null) return 'continue';
  const known = await tx.algorithm('pruner');
  let state = known?.version === run.version ? known.state : await rebuild(run, tx);
  let decision: 'continue' | 'stop' = 'continue';
  for (const entry of entries) {
    const answer = run.report(state, trial, entry);
    state = answer.state;
    if (answer.decision === 'stop') decision = 'stop';
  }
  // Most reports are between the steps at which a pruner looks: they cost no write of its whole memory.
  if (state !== known?.state) await tx.keepAlgorithm('pruner', { version: run.version, state });
  return decision;
}

/** After an upgrade: the state that the present version would have after all reports so far. */
async function rebuild(run: PrunerRun, tx: ExperimentTransaction): Promise<Json> {
  const pruned = new Map((await tx.trials()).filter(({ mode }) => mode === null).map((trial) => [trial.number, trial]));
  let state = run.init();
  for (const { type, trialNumber, payload } of await readAll((afterSeq, limit) => tx.events(afterSeq, limit))) {
    const trial = trialNumber === null ? undefined : pruned.get(trialNumber);
    if (type !== 'trial.reported' || trial === undefined) continue;
    const entry = { step: Number(payload['step']), metrics: payload['metrics'] as Metrics };
    state = run.report(state, trial, entry).state;
  }
  return state;
}
