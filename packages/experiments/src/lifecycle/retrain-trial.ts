import { CambiumError, type Experiment, retrainingRefusal } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { scheduledPolicy } from '../history/scheduled-policy.js';
import { type RetrainChange, retrainingSpec } from '../spec/retraining-spec.js';
import { createExperiment } from './create-experiment.js';

export interface RetrainRequest extends RetrainChange {
  /** Number of the trial. */
  readonly trial: number;
  /** True: starts at once. */
  readonly start?: boolean;
}

/**
 * A new experiment with one trial: the design of this one, for longer, on more data or with another network. Its winner is
 * trained and tested at the end like that of any experiment.
 * @throws CambiumError `not-found` · `conflict` when there is nothing to train again · `fix-input`.
 */
export async function retrainTrial(needs: Dependencies, id: string, request: RetrainRequest): Promise<Experiment> {
  const { trial: number, start, ...change } = request;
  const original = await needs.store.find(id);
  if (original === undefined) throw new CambiumError('not-found', `there is no experiment ${id}`);
  const [trial, policy] = await needs.store.transaction(id, async (tx) => {
    const found = await tx.trialByNumber(number);
    return [found, found && (await scheduledPolicy(found, original, (at) => tx.trialByNumber(at)))] as const;
  });
  if (trial === undefined) throw new CambiumError('not-found', `the experiment has no trial #${number}`);
  const task = needs.tasks.get(original.spec.task.name);
  const reason = retrainingRefusal(trial, task);
  if (reason !== null) throw new CambiumError('conflict', `trial #${number} can't be trained again: ${reason}`);
  checkSteps(change);
  return createExperiment(needs, {
    workspaceId: original.workspaceId,
    input: retrainingSpec(original.spec, trial, { task, change, policy }),
    clonedFrom: id,
    clonedTrial: number,
    ...(start === undefined ? {} : { start }),
  });
}

function checkSteps({ steps }: RetrainChange): void {
  if (steps === undefined || (Number.isInteger(steps) && steps >= 1)) return;
  const message = `steps must be a whole number from 1, not ${steps}`;
  throw new CambiumError('fix-input', message, { issues: [{ path: ['steps'], code: 'bad-range', message }] });
}
