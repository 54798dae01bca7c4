import { stepIssues } from '../field-issues.js';
import { planStep } from '../plan-step.js';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';
import { stepWords } from '../words.js';

export const sequence: PolicyKind<PolicyOfKind<'sequence'>> = {
  issues: ({ steps }) => stepIssues(steps),
  isNothing: ({ steps }) => steps.every(({ probability }) => probability === 0),
  clause: ({ steps }) =>
    steps
      .filter(({ probability }) => probability > 0)
      .map(stepWords)
      .join(', then '),
  steps: ({ steps }) => steps.map(({ op, magnitude, probability }) => ({ op, magnitude, rate: probability })),
  plan({ steps }) {
    const plans = steps.map(planStep);
    return (run) => {
      for (const tryStep of plans) tryStep(run);
    };
  },
};
