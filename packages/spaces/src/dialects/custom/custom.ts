import type { Parameter, Params } from '@cambium/core';
import * as z from 'zod';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { policySchema } from '../../augmentation/policy-schema.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';

const share = z.number().min(0).max(1);
const range = strictSettings({ low: share, high: share }).refine(
  ({ low, high }) => low < high,
  'low must be below high',
);
const shareOrRange = z.union([share, range]);
type ShareOrRange = z.infer<typeof shareOrRange>;

const fields = {
  steps: z
    .array(
      strictSettings({
        op: z.string().min(1).meta({ title: 'Op', description: 'Name of an augmentation op.' }),
        probability: shareOrRange.default(1).meta({
          title: 'Probability',
          description: 'Share of images that get it: a number, or low and high to search between.',
        }),
        magnitude: shareOrRange.default(0.5).meta({
          title: 'Magnitude',
          description: 'Strength, as a share of the op’s range: a number, or low and high to search between.',
        }),
      }),
    )
    .default([])
    .meta({ title: 'Steps', description: 'Applied in this order.' }),
  policy: z.record(z.string(), z.json()).default({}).meta({
    title: 'Policy',
    description: 'Or a whole policy as JSON, as trial pages show it; then nothing of it is searched.',
  }),
};

/** A policy of one's own: a list of steps whose strengths may be searched, or any policy as it is. */
export const custom = policyDialect({
  name: 'custom',
  summary: 'Your own list of ops, with fixed or searched probabilities and magnitudes, or a policy as JSON.',
  fields,
  check({ steps, policy }, context) {
    if (isEmpty(policy)) return;
    if (steps.length > 0) {
      context.addIssue(refusal('too-many', ['policy'], 'give steps or a policy, not both; remove one'));
    }
    const parsed = policySchema.safeParse(policy);
    for (const { path, message } of parsed.error?.issues ?? []) {
      context.addIssue(
        refusal(
          'bad-setting',
          ['policy', ...path.map((key) => (typeof key === 'number' ? key : String(key)))],
          message,
        ),
      );
    }
  },
  parameters: ({ steps }) =>
    steps.flatMap(({ probability, magnitude }, i) => [
      ...rangeParameter(`aug.${i}.probability`, probability),
      ...rangeParameter(`aug.${i}.magnitude`, magnitude),
    ]),
  decode(params, { steps, policy }) {
    if (!isEmpty(policy)) return policySchema.parse(policy);
    return {
      kind: 'sequence',
      steps: steps.map(({ op, probability, magnitude }, i) => ({
        op,
        probability: valueOf(params, `aug.${i}.probability`, probability),
        magnitude: valueOf(params, `aug.${i}.magnitude`, magnitude),
      })),
    };
  },
});

const isEmpty = (policy: object) => Object.keys(policy).length === 0;

function rangeParameter(name: string, value: ShareOrRange): Parameter[] {
  if (typeof value === 'number') return [];
  return [{ name, branch: 'aug', domain: { kind: 'float', ...value, log: false }, conditions: [] }];
}

function valueOf(params: Params, name: string, value: ShareOrRange): number {
  if (typeof value === 'number') return value;
  const given = params[name];
  return typeof given === 'number' ? given : value.low;
}
