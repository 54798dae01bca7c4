import { procedureSentence } from '@cambium/core';
import type { DesignResolvers } from '../../generated/resolver-types.js';
import { architectureOf } from './design-model.js';

export const designType: DesignResolvers = {
  hp: ({ design }) => design.hp ?? null,
  architecture: ({ design }) => architectureOf(design),
  augmentation: ({ design: { aug }, experiment }) => (aug === undefined ? null : { policy: aug, experiment }),
  training: ({ design }) => (design.train === undefined ? null : { ...design.train }),
  trainingSentence: ({ design }) => procedureSentence(design.train ?? {}) ?? null,
};
