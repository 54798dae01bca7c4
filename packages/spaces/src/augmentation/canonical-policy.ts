import type { AugmentationPolicy, AugmentationStep } from '@cambium/core';
import { hasStrength } from './op-lists.js';

/**
 * A policy that does the same with the fewest words: steps that never happen are left out, strengths that do not matter are
 * 0, and what is drawn from is sorted.
 */
export function canonicalPolicy(policy: AugmentationPolicy): AugmentationPolicy {
  switch (policy.kind) {
    case 'sequence':
      return { ...policy, steps: canonicalSteps(policy.steps) };
    case 'some-of':
      return { ...policy, steps: sorted(canonicalSteps(policy.steps)) };
    case 'one-of':
      return { ...policy, policies: sorted(policy.policies.map(canonicalPolicy)) };
    case 'chain':
      return { ...policy, policies: policy.policies.map(canonicalPolicy) };
    case 'random-subset':
    case 'augmix':
      return { ...policy, ops: policy.ops.toSorted() };
    case 'per-class':
      return {
        ...policy,
        classes: Object.fromEntries(
          Object.entries(policy.classes).map(([label, inner]) => [label, canonicalPolicy(inner)]),
        ),
        otherwise: canonicalPolicy(policy.otherwise),
      };
    case 'schedule':
      return {
        ...policy,
        phases: policy.phases.map(({ from, policy: inner }) => ({ from, policy: canonicalPolicy(inner) })),
      };
  }
}

function canonicalSteps(steps: readonly AugmentationStep[]): AugmentationStep[] {
  return steps
    .filter(({ op, probability }) => probability > 0 && op !== 'identity')
    .map((step) => ({ ...step, magnitude: hasStrength(step.op) ? step.magnitude : 0 }));
}

function sorted<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
