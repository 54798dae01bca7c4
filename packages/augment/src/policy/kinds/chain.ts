import { prefixIssues } from '@cambium/core';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';

export const chain: PolicyKind<PolicyOfKind<'chain'>> = {
  issues: ({ policies }, deep) => policies.flatMap((policy, i) => prefixIssues(['policies', i], deep(policy))),
  isNothing: ({ policies }, deep) => policies.every(deep),
  clause: ({ policies }, deep) => policies.map(deep).join('; after that '),
  steps: ({ policies }, deep) => policies.flatMap(deep),
  plan({ policies }, deep) {
    const plans = policies.map(deep);
    return (run) => {
      for (const plan of plans) plan(run);
    };
  },
};
