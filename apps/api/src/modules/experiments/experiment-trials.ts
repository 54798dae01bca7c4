import type { TrialFilter, TrialSort } from '@cambium/core';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { withoutNulls } from '../filter-arguments.js';
import { pageRequest } from '../page-arguments.js';
import { requireSortKey } from './require-sort-key.js';

export const experimentTrials: NonNullable<ExperimentResolvers['trials']> = async (
  { id: experimentId, lastSeq },
  args,
  { loaders },
) => {
  const { filter, sort } = withoutNulls<{ filter?: TrialFilter; sort?: TrialSort }>('filter and sort', {
    filter: args.filter,
    sort: args.sort,
  });
  const list = { experimentId, ...(filter === undefined ? {} : { filter }) };
  const page = await loaders.trialPage.load({
    ...pageRequest(args),
    ...list,
    ...(sort === undefined ? {} : { sort: requireSortKey(sort) }),
  });
  return { ...page, ...list, lastSeq };
};
