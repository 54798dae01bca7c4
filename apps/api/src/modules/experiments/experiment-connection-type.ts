import type { ExperimentConnectionResolvers } from '../../generated/resolver-types.js';

export const experimentConnectionType: ExperimentConnectionResolvers = {
  edges: ({ items }) => items.map(({ cursor, node }) => ({ cursor, node })),
  pageInfo: ({ items, hasNextPage }) => ({ hasNextPage, endCursor: items.at(-1)?.cursor ?? null }),
  totalCount: ({ workspaceId, filter }, _args, { services }) => services.reader.countExperiments(workspaceId, filter),
};
