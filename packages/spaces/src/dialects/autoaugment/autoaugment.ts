import type { AugmentationPolicy, AugmentationStep, Params } from '@cambium/core';
import * as z from 'zod';
import { levelParameter, levels } from '../../augmentation/level-parameter.js';
import { autoAugmentOps } from '../../augmentation/op-lists.js';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { choiceList } from '../../schema/choice-list.js';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';

const fields = {
  ops: choiceList(z.string().min(1), autoAugmentOps, {
    title: 'Operations',
    description: 'Names of augmentation ops that a step may be.',
  }),
  subPolicies: z.int().min(1).max(50).default(5).meta({
    title: 'Sub-policies',
    description: 'How many there are; each image gets one of them, drawn at random.',
  }),
  depth: z.int().min(1).max(4).default(2).meta({ title: 'Depth', description: 'Steps of a sub-policy.' }),
  probabilities: z.int().min(1).max(101).default(11).meta({
    title: 'Probabilities',
    description: 'Equally spaced values from 0 to 1 that a step’s probability may have; one value is 1.',
  }),
  magnitudes: z.int().min(1).max(101).default(10).meta({
    title: 'Magnitudes',
    description: 'Equally spaced values from 0 to 1 that a step’s strength may have; one value is 1.',
  }),
};
type Settings = z.infer<z.ZodObject<typeof fields>>;

/**
 * AutoAugment (Cubuk et al. 2019, §3.1): sub-policies of steps, each an op with a probability in 11 and a magnitude in 10
 * levels. Also what Fast AutoAugment, Faster AutoAugment and DADA search.
 */
export const autoaugment = policyDialect({
  name: 'autoaugment',
  summary: 'Sub-policies of ops with probabilities and magnitudes, one of them drawn for each image: a large space.',
  fields,
  parameters: ({ ops, subPolicies, depth, probabilities, magnitudes }) =>
    stepNames({ subPolicies, depth }).flatMap((steps) =>
      steps.flatMap((name) => [
        ...choiceParameter({ name: `${name}.op`, branch: 'aug', choices: ops, kind: 'categorical' }),
        ...levelParameter(`${name}.probability`, probabilities),
        ...levelParameter(`${name}.magnitude`, magnitudes),
      ]),
    ),
  decode: (params, settings): AugmentationPolicy => ({
    kind: 'one-of',
    policies: stepNames(settings).map((steps) => ({
      kind: 'sequence',
      steps: steps.map((name) => stepOf(params, name, settings)),
    })),
  }),
});

/** `aug.0.1` is the second step of the first sub-policy. */
function stepNames({ subPolicies, depth }: Pick<Settings, 'subPolicies' | 'depth'>): string[][] {
  return Array.from({ length: subPolicies }, (_, i) => Array.from({ length: depth }, (_, j) => `aug.${i}.${j}`));
}

function stepOf(params: Params, name: string, { ops, probabilities, magnitudes }: Settings): AugmentationStep {
  return {
    op: chosen(params, `${name}.op`, ops),
    probability: chosen(params, `${name}.probability`, levels(probabilities)),
    magnitude: chosen(params, `${name}.magnitude`, levels(magnitudes)),
  };
}
