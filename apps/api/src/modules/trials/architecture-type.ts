import { architectureHash, kerasSource, pytorchSource } from '@cambium/architectures';
import type { ArchitectureResolvers } from '../../generated/resolver-types.js';

const sources = { pytorch: pytorchSource, keras: kerasSource };

export const architectureType: ArchitectureResolvers = {
  output: ({ graph }) => graph.output,
  params: ({ cost }) => cost.params,
  flops: ({ cost }) => cost.flops,
  activationBytes: ({ cost }) => cost.activationBytes,
  hash: ({ graph }) => architectureHash(graph),
  source: ({ graph }, { library }) => sources[library](graph).text,
  nodes({ graph, cost }) {
    const costs = new Map(cost.nodes.map((node) => [node.id, node]));
    return graph.nodes.map(({ id, block, attributes, inputs, group }) => {
      const { shape = [], params = 0, flops = 0 } = costs.get(id) ?? {};
      return { id, block, attributes, inputs: [...inputs], group: group ?? null, shape: [...shape], params, flops };
    });
  },
};
