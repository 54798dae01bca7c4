import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeOwnExperiment } from './change-own-experiment.js';

export const stopExperimentMutation: NonNullable<MutationResolvers['stopExperiment']> = (_root, { id }, context) =>
  changeOwnExperiment(id, context, context.services.ledger.stop);
