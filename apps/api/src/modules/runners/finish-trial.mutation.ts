import { requireRunner } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { parseOutcome } from './parse-outcome.js';

export const finishTrialMutation: NonNullable<MutationResolvers['finishTrial']> = (
  _root,
  { claim, outcome },
  context,
) => {
  const { workspaceId } = requireRunner(context);
  return context.services.gateway.finish(workspaceId, claim, parseOutcome(outcome));
};
