import { requireUser } from '../../context/request-context.js';
import type { QueryResolvers } from '../../generated/resolver-types.js';

export const runnersQuery: NonNullable<QueryResolvers['runners']> = async (_root, _args, context) => [
  ...(await context.loaders.runners.load(requireUser(context).workspaceId)),
];
