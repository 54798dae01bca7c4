import type { AugmentationPolicy, Params } from '@cambium/core';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { refusal } from '../../schema/strict-settings.js';
import { chosen } from '../../space/choice-parameter.js';
import { opSwitches, policyParameters } from './policy-parameters.js';
import { type RandAugmentSettings, randAugmentFields } from './settings.js';

/**
 * RandAugment (Cubuk et al. 2020): N ops drawn anew for each image, all of one strength M. Here the subset of ops is
 * searched as well; count 0 or an empty subset is the policy without steps.
 */
export const randaugment = policyDialect({
  name: 'randaugment',
  summary: 'Random augmentation with few parameters: how many ops, how strong, and from which of them.',
  fields: randAugmentFields,
  check({ minMagnitude, maxMagnitude }, context) {
    if (minMagnitude <= maxMagnitude) return;
    const message = `minMagnitude (${minMagnitude}) must not be above maxMagnitude (${maxMagnitude})`;
    context.addIssue(refusal('bad-range', ['minMagnitude'], message));
  },
  parameters: policyParameters,
  decode: decodePolicy,
});

function decodePolicy(params: Params, settings: RandAugmentSettings): AugmentationPolicy {
  const count = chosen(params, 'aug.count', settings.counts);
  const ops = usedOps(params, settings);
  if (count === 0 || ops.every((op) => op === 'identity')) return { kind: 'sequence', steps: [] };
  const magnitude = params['aug.magnitude'];
  return {
    kind: 'random-subset',
    ops,
    count,
    magnitude: typeof magnitude === 'number' ? magnitude : settings.minMagnitude,
    ...(settings.table === 'standard' ? {} : { table: settings.table }),
  };
}

/** In the order of the settings, so that equal subsets are equal lists. `identity` is never switched off. */
function usedOps(params: Params, settings: RandAugmentSettings): string[] {
  const off = opSwitches(settings).filter(({ param }) => params[param] !== true);
  const unused = new Set(off.flatMap(({ ops }) => ops));
  return settings.ops.filter((op) => !unused.has(op));
}
