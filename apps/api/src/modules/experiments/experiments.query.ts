import type { ExperimentFilter, ExperimentSort } from '@cambium/core';
import { requireUser } from '../../context/request-context.js';
import type { QueryResolvers } from '../../generated/resolver-types.js';
import { withoutNulls } from '../filter-arguments.js';
import { pageRequest } from '../page-arguments.js';

export const experimentsQuery: NonNullable<QueryResolvers['experiments']> = async (_root, args, context) => {
  const { workspaceId } = requireUser(context);
  const { filter, sort } = withoutNulls<{ filter?: ExperimentFilter; sort?: ExperimentSort }>('filter and sort', {
    filter: args.filter,
    sort: args.sort,
  });
  const list = { workspaceId, ...(filter === undefined ? {} : { filter }) };
  const page = await context.services.reader.experiments({
    ...pageRequest(args),
    ...list,
    ...(sort === undefined ? {} : { sort }),
  });
  return { ...page, ...list };
};
