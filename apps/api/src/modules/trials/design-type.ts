import { costOf } from '@cambium/architectures';
import type { DesignResolvers } from '../../generated/resolver-types.js';

export const designType: DesignResolvers = {
  hp: ({ design }) => design.hp ?? null,
  architecture: ({ design: { arch } }) => (arch === undefined ? null : { graph: arch, cost: costOf(arch) }),
  augmentation: ({ design: { aug }, experiment }) => (aug === undefined ? null : { policy: aug, experiment }),
  training: ({ design }) => (design.train === undefined ? null : { ...design.train }),
};
