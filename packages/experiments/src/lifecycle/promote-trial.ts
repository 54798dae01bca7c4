import { CambiumError, type Experiment, type ExperimentState, promotionRefusal } from '@cambium/core';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

const from: readonly ExperimentState[] = ['created', 'running', 'paused', 'complete', 'stopped', 'failed'];

/**
 * The team has chosen the model of this trial, at any moment of the experiment; another choice takes its place.
 * @throws CambiumError `not-found` · `conflict` for a trial that has left no model of its own.
 */
export async function promoteTrial(
  needs: LedgerNeeds,
  id: string,
  { trial: number, by }: { readonly trial: number; readonly by: string },
): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'changed', from }, async ({ tx, now: at }) => {
    const trial = await tx.trialByNumber(number);
    if (trial === undefined) throw new CambiumError('not-found', `the experiment has no trial #${number}`);
    const reason = promotionRefusal(trial);
    if (reason !== null) throw new CambiumError('conflict', `trial #${number} can't be promoted: ${reason}`);
    if (tx.experiment.promotion?.trial === number) return;
    await tx.update({ promotion: { trial: number, by, at } });
    await tx.append('trial.promoted', { at, trialNumber: number, payload: { by } });
  });
}

/** Nothing happens when this trial is not promoted. @throws CambiumError `not-found`. */
export async function demoteTrial(
  needs: LedgerNeeds,
  id: string,
  { trial: number, by }: { readonly trial: number; readonly by: string },
): Promise<Experiment> {
  return changeExperiment(needs, id, { verb: 'changed', from }, async ({ tx, now: at }) => {
    if (tx.experiment.promotion?.trial !== number) return;
    await tx.update({ promotion: null });
    await tx.append('trial.demoted', { at, trialNumber: number, payload: { by } });
  });
}
