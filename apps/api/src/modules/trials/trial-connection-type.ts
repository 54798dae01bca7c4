import type { TrialConnectionResolvers } from '../../generated/resolver-types.js';

export const trialConnectionType: TrialConnectionResolvers = {
  edges: ({ items }) => items.map(({ cursor, node }) => ({ cursor, node })),
  pageInfo: ({ items, hasNextPage }) => ({ hasNextPage, endCursor: items.at(-1)?.cursor ?? null }),
  totalCount: ({ experimentId, filter }, _args, { loaders }) =>
    loaders.trialCount.load(filter === undefined ? { experimentId } : { experimentId, filter }),
};
