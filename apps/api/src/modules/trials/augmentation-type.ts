import { augmentsNothing, expectedSteps, ops, policyPhases, policySentence } from '@cambium/augment';
import { type AugmentationPolicy, CambiumError, unknownName } from '@cambium/core';
import type { AugmentationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const augmentationType: AugmentationResolvers = {
  policy: ({ policy }) => policy as never,
  sentence: ({ policy }) => policySentence(policy),
  phases: ({ policy }) =>
    policyPhases(policy).map(({ from, ops: steps }) => ({
      from,
      ops: steps.map(({ table, ...step }) => ({
        ...step,
        does: ops.get(step.op).describe(step.magnitude, table ?? 'standard'),
      })),
    })),
  async examples({ experiment, policy }, args, { services }) {
    const count = inRange('count', args.count ?? 8, { min: 1, max: 32 });
    const progress = inRange('progress', args.progress ?? 0, { min: 0, max: 1 });
    const shown = args.op == null ? policy : onlyOp(policy, args.op, progress);
    if (augmentsNothing(shown)) return [];
    return [...(await services.designs.examples(experiment, shown, { count, seed: args.seed ?? 0, progress }))];
  },
};

function onlyOp(policy: AugmentationPolicy, name: string, progress: number): AugmentationPolicy {
  const steps = expectedSteps(policy, progress);
  const step = steps.find(({ op }) => op === name);
  if (step === undefined) {
    const message = unknownName(
      'op of this policy',
      name,
      steps.map(({ op }) => op),
    );
    throw new CambiumError('fix-input', message);
  }
  const { magnitude, table = 'standard' } = step;
  return { kind: 'random-subset', ops: [name], count: 1, magnitude, table };
}
