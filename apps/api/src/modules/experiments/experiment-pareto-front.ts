import type { TrialSort } from '@cambium/core';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { pageRequest } from '../page-arguments.js';

const filter = { onFront: true };

/** Its trials as any list of trials, best by the first objective first. */
export const experimentParetoFront: NonNullable<ExperimentResolvers['paretoFront']> = async (
  { id: experimentId, spec, lastSeq },
  args,
  { loaders },
) => {
  const order = spec.objectives[0]?.direction === 'maximize' ? 'DESC' : 'ASC';
  const sort: TrialSort = { field: 'value', order };
  const page = await loaders.trialPage.load({ ...pageRequest(args), experimentId, filter, sort });
  return { ...page, experimentId, filter, lastSeq };
};
