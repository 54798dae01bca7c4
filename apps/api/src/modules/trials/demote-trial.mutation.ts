import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeByTrial } from './change-by-trial.js';

export const demoteTrialMutation: NonNullable<MutationResolvers['demoteTrial']> = (_root, { id }, context) =>
  changeByTrial(id, context, ({ experimentId, number }) =>
    context.services.ledger.demote(experimentId, { trial: number, by: requireUser(context).name }),
  );
