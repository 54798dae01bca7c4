import { requireUser } from '../../context/request-context.js';
import type { QueryResolvers } from '../../generated/resolver-types.js';

export const runnerTokensQuery: NonNullable<QueryResolvers['runnerTokens']> = async (_root, _args, context) => [
  ...(await context.services.identity.runnerTokens(requireUser(context).workspaceId)),
];
