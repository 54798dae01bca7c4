import { prefixIssues } from '@cambium/core';
import { badRange } from '../field-issues.js';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';

export const perClass: PolicyKind<PolicyOfKind<'per-class'>> = {
  issues: ({ classes, otherwise }, deep) => [
    ...Object.entries(classes).flatMap(([label, policy]) => [
      ...(/^(0|[1-9]\d*)$/.test(label) ? [] : [badRange(['classes', label], 'under the index of a class, from 0')]),
      ...prefixIssues(['classes', label], deep(policy)),
    ]),
    ...prefixIssues(['otherwise'], deep(otherwise)),
  ],
  isNothing: ({ classes, otherwise }, deep) => deep(otherwise) && Object.values(classes).every(deep),
  clause({ classes, otherwise }, deep) {
    const own = Object.entries(classes).map(([label, policy]) => `of class ${label}: ${deep(policy)}`);
    return `by its class, ${[...own, `of any other: ${deep(otherwise)}`].join('; ')}`;
  },
  // How many images a class has is not known here: those of `otherwise` stand for all.
  steps: ({ otherwise }, deep) => deep(otherwise),
  plan({ classes, otherwise }, deep) {
    const plans = new Map(Object.entries(classes).map(([label, policy]) => [Number(label), deep(policy)]));
    const rest = deep(otherwise);
    return (run) => (plans.get(run.label) ?? rest)(run);
  },
};
