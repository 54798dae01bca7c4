import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { experimentPayload } from './experiment-payload.js';

export const createExperimentMutation: NonNullable<MutationResolvers['createExperiment']> = (_root, args, context) => {
  const { workspaceId } = requireUser(context);
  const request = { workspaceId, input: args.spec, start: args.start ?? true };
  return experimentPayload(() => context.services.ledger.create(request));
};
