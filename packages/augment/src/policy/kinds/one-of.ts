import { prefixIssues } from '@cambium/core';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';

export const oneOf: PolicyKind<PolicyOfKind<'one-of'>> = {
  issues: ({ policies }, deep) =>
    policies.length === 0
      ? [{ path: ['policies'], code: 'too-few', message: 'policies is empty: give at least one policy to draw' }]
      : policies.flatMap((policy, i) => prefixIssues(['policies', i], deep(policy))),
  isNothing: ({ policies }, deep) => policies.every(deep),
  clause({ policies }, deep) {
    if (policies.length === 1) return policies.map(deep).join('');
    return `one of ${policies.length}, drawn at random: ${policies.map((inner, i) => `(${i + 1}) ${deep(inner)}`).join('; ')}`;
  },
  steps: ({ policies }, deep) =>
    policies.flatMap((inner) => deep(inner).map((step) => ({ ...step, rate: step.rate / policies.length }))),
  plan({ policies }, deep) {
    const plans = policies.map(deep);
    return (run) => run.rng.pick(plans)(run);
  },
};
