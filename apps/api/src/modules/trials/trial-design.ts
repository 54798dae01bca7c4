import { CambiumError } from '@cambium/core';
import type { TrialResolvers } from '../../generated/resolver-types.js';

/** The caller has come to the trial through its experiment's workspace already. */
export const trialDesign: NonNullable<TrialResolvers['design']> = async (trial, _args, { loaders, services }) => {
  const experiment = await loaders.frozenExperiment.load(trial.experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', 'the experiment of this trial is gone');
  return services.designs.designOf(trial, experiment);
};
