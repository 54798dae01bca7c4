import type { AugmentationPolicy } from '@cambium/core';
import { augmix } from './kinds/augmix.js';
import { chain } from './kinds/chain.js';
import { oneOf } from './kinds/one-of.js';
import { perClass } from './kinds/per-class.js';
import { randomSubset } from './kinds/random-subset.js';
import { schedule } from './kinds/schedule.js';
import { sequence } from './kinds/sequence.js';
import { someOf } from './kinds/some-of.js';
import type { PolicyKind, PolicyOfKind } from './policy-kind.js';

const policyKinds: { readonly [K in AugmentationPolicy['kind']]: PolicyKind<PolicyOfKind<K>> } = {
  'random-subset': randomSubset,
  sequence,
  'some-of': someOf,
  'one-of': oneOf,
  chain,
  augmix,
  'per-class': perClass,
  schedule,
};

export const kindOf = ({ kind }: AugmentationPolicy) => policyKinds[kind] as PolicyKind<AugmentationPolicy>;
