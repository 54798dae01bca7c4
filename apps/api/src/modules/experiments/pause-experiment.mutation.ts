import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeOwnExperiment } from './change-own-experiment.js';

export const pauseExperimentMutation: NonNullable<MutationResolvers['pauseExperiment']> = (_root, { id }, context) =>
  changeOwnExperiment(id, context, context.services.ledger.pause);
