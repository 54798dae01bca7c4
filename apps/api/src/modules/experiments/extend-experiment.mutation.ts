import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeOwnExperiment } from './change-own-experiment.js';

export const extendExperimentMutation: NonNullable<MutationResolvers['extendExperiment']> = (
  _root,
  { id, trials },
  context,
) => changeOwnExperiment(id, context, (own) => context.services.ledger.extend(own, trials));
