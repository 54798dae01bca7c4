import {
  CambiumError,
  densityMatchingMode,
  type Experiment,
  type ExperimentState,
  foldMode,
  proxyMode,
  supernetMode,
  type Trial,
} from '@cambium/core';
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
    const reason = whyNot(trial);
    if (reason !== null) throw new CambiumError('conflict', `trial #${number} can't be promoted: ${reason}`);
    if (tx.experiment.promotion?.trial === number) return;
    await tx.update({ promotion: { trial: number, by, at } });
    await tx.append('trial.promoted', { at, trialNumber: number, payload: { by } });
  });
}

/** Modes of trials that leave no model of their own. */
const withoutModel: Readonly<Record<string, string>> = {
  [supernetMode]: 'it trained all designs at once; promote one of them',
  'shared-weights': "it was judged with a supernet's weights; train it again and promote that",
  [foldMode]: 'it trained on a part of the images, for policies to be judged; promote a trial with one of them',
  [densityMatchingMode]: 'its policy was judged without a training; train it again and promote that',
  [proxyMode]: 'it was judged without a training; train it again and promote that',
  known: 'it is a result of an earlier experiment; promote it there',
};

function whyNot({ state, mode }: Trial): string | null {
  const reason = withoutModel[mode ?? ''];
  if (reason !== undefined) return reason;
  return state === 'complete' ? null : `it is ${state}; only a complete trial leaves a model`;
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
