import { prefixIssues } from '@cambium/core';
import { badRange } from '../field-issues.js';
import { phaseAt } from '../phase-at.js';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';
import { percent } from '../words.js';

const nothing = { kind: 'sequence', steps: [] } as const;

export const schedule: PolicyKind<PolicyOfKind<'schedule'>> = {
  issues({ phases }, deep) {
    const first = phases[0]?.from === 0 ? [] : [badRange(['phases', 0, 'from'], '0: something is done from the start')];
    return [
      ...first,
      ...phases.flatMap(({ from, policy }, i) => {
        const before = phases[i - 1]?.from ?? -1;
        const ascends = from > before && from < 1;
        return [
          ...(ascends
            ? []
            : [badRange(['phases', i, 'from'], `above that of the phase before and below 1, not ${from}`)]),
          ...prefixIssues(['phases', i, 'policy'], deep(policy)),
        ];
      }),
    ];
  },
  isNothing: ({ phases }, deep) => phases.every(({ policy }) => deep(policy)),
  clause: ({ phases }, deep) =>
    phases.map(({ from, policy }) => `from ${percent(from)} of the training: ${deep(policy)}`).join('; '),
  steps({ phases }, deep, progress) {
    if (progress !== null) return deep(phaseAt(phases, progress)?.policy ?? nothing);
    return phases.flatMap(({ from, policy }, i) => {
      const share = (phases[i + 1]?.from ?? 1) - from;
      return deep(policy).map((step) => ({ ...step, rate: step.rate * share }));
    });
  },
  plan({ phases }, deep) {
    const plans = phases.map(({ from, policy }) => ({ from, plan: deep(policy) }));
    return (run) => phaseAt(plans, run.progress)?.plan(run);
  },
};
