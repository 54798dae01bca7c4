import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeOwnExperiment } from './change-own-experiment.js';

export const resumeExperimentMutation: NonNullable<MutationResolvers['resumeExperiment']> = (_root, { id }, context) =>
  changeOwnExperiment(id, context, context.services.ledger.resume);
