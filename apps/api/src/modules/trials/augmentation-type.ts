import { augmentsNothing, policySentence } from '@cambium/augment';
import type { AugmentationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const augmentationType: AugmentationResolvers = {
  policy: ({ policy }) => policy as never,
  sentence: ({ policy }) => policySentence(policy),
  async examples({ experiment, policy }, args, { services }) {
    const count = inRange('count', args.count ?? 8, { min: 1, max: 32 });
    if (augmentsNothing(policy)) return [];
    return [...(await services.designs.examples(experiment, policy, { count, seed: args.seed ?? 0 }))];
  },
};
