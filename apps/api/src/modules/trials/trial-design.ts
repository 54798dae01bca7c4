import { CambiumError } from '@cambium/core';
import { replayedPolicy } from '@cambium/experiments';
import type { TrialResolvers } from '../../generated/resolver-types.js';

/** The caller has come to the trial through its experiment's workspace already. */
export const trialDesign: NonNullable<TrialResolvers['design']> = async (trial, _args, { loaders, services }) => {
  const experiment = await loaders.frozenExperiment.load(trial.experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', 'the experiment of this trial is gone');
  const { design } = services.designs.designOf(trial, experiment);
  const { experimentId } = trial;
  const aug = await replayedPolicy(trial, experiment, (number) => loaders.trialByNumber.load({ experimentId, number }));
  return { design: aug === undefined ? design : { ...design, aug }, experiment };
};
