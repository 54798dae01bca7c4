import type { QueryResolvers } from '../../generated/resolver-types.js';
import { findExperiment } from '../experiments/find-experiment.js';

export const trialByNumberQuery: NonNullable<QueryResolvers['trialByNumber']> = async (
  _root,
  { experimentId, number },
  context,
) => {
  const experiment = await findExperiment(experimentId, context);
  if (experiment === undefined) return null;
  return (await context.loaders.trialByNumber.load({ experimentId, number })) ?? null;
};
