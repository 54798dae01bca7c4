import type { AugmentationPolicy } from '@cambium/core';
import { randAugmentOps } from '../../augmentation/op-lists.js';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';
import { autoAugmentPolicies } from './auto-augment-policies.js';

const published = {
  none: { kind: 'sequence', steps: [] },
  'trivialaugment-wide': { kind: 'random-subset', ops: randAugmentOps, count: 1, magnitude: 'uniform', table: 'wide' },
  /** Two ops at magnitude 9 of 0 … 30. */
  'randaugment-2-9': { kind: 'random-subset', ops: randAugmentOps, count: 2, magnitude: 0.3 },
  ...autoAugmentPolicies,
} as const satisfies Readonly<Record<string, AugmentationPolicy>>;

type Name = keyof typeof published;
const names = Object.keys(published) as [Name, ...Name[]];

/** Policies that papers found on other data; which of them suits yours is one parameter. */
export const publishedPolicies = policyDialect({
  name: 'published',
  summary: 'Policies that papers found on other data: a few trials tell which of them suits yours.',
  fields: {
    policies: choiceList(oneOf('published policy', names), names, {
      title: 'Policies',
      description: 'What is compared; none leaves images as they are.',
    }),
  },
  parameters: ({ policies }) =>
    choiceParameter({ name: 'aug.policy', branch: 'aug', choices: policies, kind: 'categorical' }),
  decode: (params, { policies }): AugmentationPolicy => published[chosen(params, 'aug.policy', policies)],
});
