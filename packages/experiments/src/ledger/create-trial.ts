import type { CheckpointRef, ExperimentTransaction, Metrics, Suggestion, WaitingTrial } from '@cambium/core';
import { isEnded } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { countTrial } from './count-trial.js';
import type { Ledger } from './ledger.js';

/** Trials of the search wait their turn; retried and final ones go first, so that what has begun comes to an end. */
export const priorities = { search: 0, retried: 1, final: 1 } as const;

export interface TrialPlan {
  readonly suggestion: Suggestion;
  readonly staticMetrics: Metrics;
  /** Number of the trial that it comes from. */
  readonly parent?: number;
}

/** Numbers and stores a waiting trial. It is not in the queue yet: an infeasible one never is. */
export async function createTrial(
  { newId }: Pick<Dependencies, 'newId'>,
  ledger: Ledger,
  { suggestion, staticMetrics, parent }: TrialPlan,
): Promise<WaitingTrial> {
  const { tx, now } = ledger;
  const number = tx.experiment.nextTrialNumber;
  const trial: WaitingTrial = {
    id: newId(),
    experimentId: tx.experiment.id,
    number,
    params: suggestion.params,
    fidelity: suggestion.fidelity ?? null,
    resumeFrom: suggestion.resumeFrom === undefined ? null : await checkpointOf(tx, suggestion.resumeFrom),
    mode: suggestion.mode ?? null,
    parent: parent ?? suggestion.resumeFrom ?? null,
    builtOn: suggestion.builtOn ?? [],
    why: suggestion.why ?? null,
    staticMetrics,
    epoch: 0,
    createdAt: now,
    state: 'waiting',
  };
  await tx.insertTrial(trial);
  await tx.update({ nextTrialNumber: number + 1 });
  await countTrial(ledger, trial, { from: null, to: 'waiting' });
  const payload = { params: trial.params, mode: trial.mode, parent: trial.parent };
  await tx.append('trial.created', { trialNumber: number, at: now, payload });
  return trial;
}

/** Where the trial can go on; null when it left no checkpoint: then its successor begins anew. */
async function checkpointOf(tx: ExperimentTransaction, number: number): Promise<CheckpointRef | null> {
  const trial = await tx.trialByNumber(number);
  if (trial === undefined || !isEnded(trial)) return null;
  const checkpoint = (await tx.artifacts(trial.id)).find(({ kind }) => kind === 'checkpoint');
  return checkpoint === undefined ? null : { digest: checkpoint.digest, step: trial.lastStep };
}
