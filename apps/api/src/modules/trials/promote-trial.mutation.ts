import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeByTrial } from './change-by-trial.js';

export const promoteTrialMutation: NonNullable<MutationResolvers['promoteTrial']> = (_root, { id }, context) =>
  changeByTrial(id, context, ({ experimentId, number }) =>
    context.services.ledger.promote(experimentId, { trial: number, by: requireUser(context).name }),
  );
