import type { AugmentationPolicy, DialectDefinition, Params } from '@cambium/core';
import { chosen } from '../../space/choice-parameter.js';
import { opSwitches, policyParameters } from './policy-parameters.js';
import { type RandAugmentSettings, randAugmentSettings } from './settings.js';

/**
 * RandAugment (Cubuk et al. 2020): N ops drawn anew for each image, all of one strength M. Here the subset of ops is
 * searched as well; count 0 or an empty subset is the policy without steps.
 */
export const randaugment: DialectDefinition<RandAugmentSettings, 'aug'> = {
  name: 'randaugment',
  branch: 'aug',
  summary: 'Random augmentation with few parameters: how many ops, how strong, and from which of them.',
  settings: randAugmentSettings,
  parameters: policyParameters,
  decode: decodePolicy,
  canonicalKey: (params, settings) => JSON.stringify(decodePolicy(params, settings)),
};

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
  };
}

/** In the order of the settings, so that equal subsets are equal lists. `identity` is never switched off. */
function usedOps(params: Params, settings: RandAugmentSettings): string[] {
  const off = opSwitches(settings).filter(({ param }) => params[param] !== true);
  const unused = new Set(off.flatMap(({ ops }) => ops));
  return settings.ops.filter((op) => !unused.has(op));
}
