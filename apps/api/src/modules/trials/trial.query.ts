import type { QueryResolvers } from '../../generated/resolver-types.js';
import { findTrial } from './find-trial.js';

export const trialQuery: NonNullable<QueryResolvers['trial']> = async (_root, { id }, context) =>
  (await findTrial(id, context)) ?? null;
