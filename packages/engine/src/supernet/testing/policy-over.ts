import type { Rng } from '@cambium/core';
import { createPolicy } from '@cambium/spaces';
import type { Choice } from '../choices.js';
import type { PathPolicy } from '../path-policy.js';

/** A policy over choices that have no conditions. */
export function policyOver(choices: readonly Choice[], policy: 'factorised' | 'lstm', rng: Rng): PathPolicy {
  const parameters = choices.map(({ param, values }) => {
    return { name: param, branch: 'arch', domain: { kind: 'categorical', choices: values }, conditions: [] } as const;
  });
  return createPolicy({ parameters }, { policy, units: 8, temperature: 1, tanhConstant: 1.1 }, rng);
}
