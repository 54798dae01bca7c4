import type { AugmentationPolicy, Params } from '@cambium/core';
import * as z from 'zod';
import { levelParameter, levels } from '../../augmentation/level-parameter.js';
import { populationOps } from '../../augmentation/op-lists.js';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { choiceList } from '../../schema/choice-list.js';
import { refusal } from '../../schema/strict-settings.js';
import { chosen } from '../../space/choice-parameter.js';

const probabilities = 11;
const magnitudes = 10;

const fields = {
  ops: choiceList(z.string().min(1), populationOps, {
    title: 'Operations',
    description: 'Names of augmentation ops; each has probabilities and magnitudes of its own.',
  }),
  copies: z.int().min(1).max(4).default(2).meta({
    title: 'Copies',
    description: 'How often each op is in the list, each time with another probability and magnitude.',
  }),
  counts: z.array(z.number().min(0)).min(2).default([0.2, 0.3, 0.5]).meta({
    title: 'Counts',
    description: 'How likely an image gets at most 0, 1, 2 … ops, in parts of their sum.',
  }),
  phases: z.int().min(1).max(20).default(1).meta({
    title: 'Phases',
    description:
      'Equal parts of the training with a policy each. One for pbt and pb2, which change the policy during the training.',
  }),
};
type Settings = z.infer<z.ZodObject<typeof fields>>;

/**
 * Population based augmentation (Ho et al. 2019, §3.2): for each op, twice, a probability in 11 and a magnitude in 10 levels.
 * A schedule comes of pbt, which changes them from slice to slice, or of phases that are searched at once.
 */
export const population = policyDialect({
  name: 'population',
  summary:
    'A probability and a magnitude for every op, which population based training changes on the way: a schedule.',
  fields,
  check({ counts }, context) {
    if (counts.slice(1).some((weight) => weight > 0)) return;
    context.addIssue(
      refusal('bad-range', ['counts'], 'no image would get any op; make a number after the first above 0'),
    );
  },
  parameters: (settings) =>
    phaseNames(settings).flatMap((phase) =>
      stepNames(phase, settings).flatMap(({ name }) => [
        ...levelParameter(`${name}.probability`, probabilities),
        ...levelParameter(`${name}.magnitude`, magnitudes),
      ]),
    ),
  decode(params, settings) {
    const names = phaseNames(settings);
    const [only, ...more] = names.map((phase) => phasePolicy(params, phase, settings));
    if (only !== undefined && more.length === 0) return only;
    return {
      kind: 'schedule',
      phases: names.map((phase, i) => ({ from: i / names.length, policy: phasePolicy(params, phase, settings) })),
    };
  },
});

const phaseNames = ({ phases }: Settings): string[] =>
  phases === 1 ? ['aug'] : Array.from({ length: phases }, (_, i) => `aug.phase${i + 1}`);

const stepNames = (phase: string, { ops, copies }: Settings) =>
  ops.flatMap((op) => Array.from({ length: copies }, (_, copy) => ({ op, name: `${phase}.${op}.${copy}` })));

function phasePolicy(params: Params, phase: string, settings: Settings): AugmentationPolicy {
  const steps = stepNames(phase, settings).map(({ op, name }) => ({
    op,
    probability: chosen(params, `${name}.probability`, levels(probabilities)),
    magnitude: chosen(params, `${name}.magnitude`, levels(magnitudes)),
  }));
  return { kind: 'some-of', steps, weights: settings.counts };
}
