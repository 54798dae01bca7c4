import { architectureHash, kerasSource, pytorchSource } from '@cambium/architectures';
import type { ArchitectureResolvers } from '../../generated/resolver-types.js';
import { costedNodes } from './costed-nodes.js';

const sources = { pytorch: pytorchSource, keras: kerasSource };

export const architectureType: ArchitectureResolvers = {
  output: ({ graph }) => graph.output,
  params: ({ cost }) => cost.params,
  flops: ({ cost }) => cost.flops,
  activationBytes: ({ cost }) => cost.activationBytes,
  hash: ({ graph }) => architectureHash(graph),
  source: ({ graph }, { library }) => sources[library](graph).text,
  nodes: costedNodes,
};
