import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { isUuid } from '../uuid.js';

/** Runners that use it are strangers from the next request on. */
export const revokeRunnerTokenMutation: NonNullable<MutationResolvers['revokeRunnerToken']> = async (
  _root,
  { id },
  context,
) => {
  const { workspaceId } = requireUser(context);
  return isUuid(id) && (await context.services.identity.revokeRunnerToken(workspaceId, id));
};
