import { requireRunner } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { inOrder } from './in-order.js';

export const heartbeatTrialsMutation: NonNullable<MutationResolvers['heartbeatTrials']> = (
  _root,
  { claims },
  context,
) => {
  const { workspaceId } = requireRunner(context);
  inRange('the number of claims', claims.length, { min: 0, max: 256 });
  return inOrder(claims, (claim) => context.services.gateway.heartbeat(workspaceId, claim));
};
