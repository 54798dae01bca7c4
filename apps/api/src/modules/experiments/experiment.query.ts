import type { QueryResolvers } from '../../generated/resolver-types.js';
import { findExperiment } from './find-experiment.js';

export const experimentQuery: NonNullable<QueryResolvers['experiment']> = async (_root, { id }, context) =>
  (await findExperiment(id, context)) ?? null;
