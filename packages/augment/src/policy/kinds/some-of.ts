import { weightedIndex } from '@cambium/core';
import { badRange, stepIssues } from '../field-issues.js';
import { planStep } from '../plan-step.js';
import type { PolicyKind, PolicyOfKind } from '../policy-kind.js';
import { triedShare } from '../tried-share.js';
import { percent, stepWords } from '../words.js';

export const someOf: PolicyKind<PolicyOfKind<'some-of'>> = {
  issues({ steps, weights }) {
    const fine = weights.every((weight) => weight >= 0 && Number.isFinite(weight)) && sum(weights) > 0;
    return [
      ...stepIssues(steps),
      ...(fine ? [] : [badRange(['weights'], `numbers from 0 up, one of them above 0, not [${weights.join(', ')}]`)]),
    ];
  },
  isNothing: ({ steps, weights }) =>
    weights.slice(1).every((weight) => weight === 0) || steps.every(({ probability }) => probability === 0),
  clause({ steps, weights }) {
    const counts = weights.flatMap((weight, k) => (weight > 0 ? [`${k} in ${percent(weight / sum(weights))}`] : []));
    const what = steps.filter(({ probability }) => probability > 0).map(stepWords);
    return `as many as drawn (${counts.join(', ')} of cases), in random order, of: ${what.join(', ')}`;
  },
  steps({ steps, weights }) {
    const total = sum(weights);
    return steps.map(({ op, magnitude, probability }, i) => {
      const others = steps.filter((_, j) => j !== i).map((other) => other.probability);
      const tried = weights.reduce((mean, weight, most) => mean + (weight / total) * triedShare(others, most), 0);
      return { op, magnitude, rate: probability * tried };
    });
  },
  plan({ steps, weights }) {
    const plans = steps.map(planStep);
    return (run) => {
      let left = weightedIndex(weights, run.rng.next());
      if (left === 0) return;
      for (const tryStep of run.rng.shuffle(plans)) {
        if (tryStep(run) && --left === 0) return;
      }
    };
  },
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
