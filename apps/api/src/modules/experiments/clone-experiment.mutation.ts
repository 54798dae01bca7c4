import type { MutationResolvers } from '../../generated/resolver-types.js';
import { changeOwnExperiment } from './change-own-experiment.js';

export const cloneExperimentMutation: NonNullable<MutationResolvers['cloneExperiment']> = (_root, args, context) => {
  const { id, name, seed, start } = args;
  const change = { start: start ?? true, ...(name == null ? {} : { name }), ...(seed == null ? {} : { seed }) };
  return changeOwnExperiment(id, context, (own) => context.services.ledger.clone(own, change));
};
