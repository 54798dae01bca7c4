import { requireUser } from '../../context/request-context.js';
import type { QueryResolvers } from '../../generated/resolver-types.js';

const dayMs = 24 * 3_600_000;

export const runnersQuery: NonNullable<QueryResolvers['runners']> = async (_root, _args, context) => {
  const { runners, clock } = context.services;
  return [...(await runners.list(requireUser(context).workspaceId, clock.now() - dayMs))];
};
