import { createRunnerToken } from '../../auth/runner-tokens.js';
import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';

export const createRunnerTokenMutation: NonNullable<MutationResolvers['createRunnerToken']> = async (
  _root,
  { name },
  context,
) => {
  const { workspaceId } = requireUser(context);
  return createRunnerToken(context.services, { name, workspaceId, idleMs: null });
};
