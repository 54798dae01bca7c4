import type { AugmentationPolicy } from '@cambium/core';
import { formatNumber } from '../format-number.js';
import { ops } from '../registry.js';
import { augmentsNothing } from './augments-nothing.js';

/** Says in words what a policy does to an image. Takes a policy that `checkPolicy` accepts. */
export function policySentence(policy: AugmentationPolicy): string {
  if (augmentsNothing(policy)) return 'Images are not augmented.';
  return policy.kind === 'random-subset' ? subsetSentence(policy) : sequenceSentence(policy);
}

function subsetSentence(policy: AugmentationPolicy & { kind: 'random-subset' }): string {
  const what = policy.ops.map((name) => `${name} (${ops.get(name).describe(policy.magnitude)})`).join(', ');
  const strength = `magnitude ${formatNumber(policy.magnitude)} of 1`;
  if (policy.ops.length === 1) return `Each image, ${times(policy.count)}, at ${strength}: ${what}.`;
  const drawn = `${policy.count} ${policy.count === 1 ? 'op' : 'ops'} drawn at random`;
  return `Each image gets ${drawn} from ${policy.ops.length}, at ${strength}: ${what}.`;
}

function sequenceSentence(policy: AugmentationPolicy & { kind: 'sequence' }): string {
  const steps = policy.steps.filter((step) => step.probability > 0);
  const what = steps.map((step) => {
    const chance = step.probability < 1 ? ` in ${formatNumber(100 * step.probability, 0)} % of cases` : '';
    return `${step.op}${chance} (${ops.get(step.op).describe(step.magnitude)})`;
  });
  return `Each image, in this order: ${what.join(', then ')}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
