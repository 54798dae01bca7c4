import { augmentsNothing, expectedSteps, policySentence } from '@cambium/augment';
import type { AugmentationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const augmentationType: AugmentationResolvers = {
  policy: ({ policy }) => policy as never,
  sentence: ({ policy }) => policySentence(policy),
  ops: ({ policy }) => [...expectedSteps(policy)],
  async examples({ experiment, policy }, args, { services }) {
    const count = inRange('count', args.count ?? 8, { min: 1, max: 32 });
    if (augmentsNothing(policy)) return [];
    const progress = inRange('progress', args.progress ?? 0, { min: 0, max: 1 });
    return [...(await services.designs.examples(experiment, policy, { count, seed: args.seed ?? 0, progress }))];
  },
};
