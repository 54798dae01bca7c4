import type { AugmentationPolicy, Rng } from '@cambium/core';
import type { OpSpec } from '../op-spec.js';
import { ops } from '../registry.js';

export interface PolicyStep {
  readonly op: OpSpec;
  readonly magnitude: number;
}

/** A policy with its ops looked up, ready to be drawn from once per image. */
export interface PolicySteps {
  readonly length: number;
  /** The step at `index` for the next image; undefined when chance leaves it out. */
  draw(index: number, rng: Rng): PolicyStep | undefined;
}

/** Takes a policy that `checkPolicy` accepts. Allocates here, not in `draw`. */
export function policySteps(policy: AugmentationPolicy): PolicySteps {
  if (policy.kind === 'random-subset') {
    const choices = policy.ops.map((name) => ({ op: ops.get(name), magnitude: policy.magnitude }));
    return { length: policy.count, draw: (_, rng) => rng.pick(choices) };
  }
  const steps = policy.steps.map((step) => ({ ...step, op: ops.get(step.op) }));
  return {
    length: steps.length,
    draw(index, rng) {
      const step = steps[index];
      return step !== undefined && rng.next() < step.probability ? step : undefined;
    },
  };
}
