import { CambiumError, type Json } from '@cambium/core';
import { requireRunner } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { isUuid } from '../uuid.js';

export const claimTrialsMutation: NonNullable<MutationResolvers['claimTrials']> = async (_root, args, context) => {
  const { workspaceId } = requireRunner(context);
  const { runner } = args;
  if (!isUuid(runner.id)) throw new CambiumError('fix-input', 'runner.id must be a UUID, made once by the runner');
  const { experimentId } = args;
  const claims = await context.services.gateway.claim(runner, {
    workspaceId,
    count: inRange('count', args.count, { min: 1, max: 64 }),
    waitMs: inRange('waitMs', args.waitMs ?? 20_000, { min: 0, max: 60_000 }),
    signal: context.signal,
    experimentId: experimentId ?? undefined,
  });
  return claims.map((claim) => {
    const { trialId, attemptId, epoch } = claim;
    return { experimentId: claim.experimentId, trialId, attemptId, epoch, body: claim as unknown as Json };
  });
};
