import type { ArchitectureNode } from '../../generated/resolver-types.js';
import type { ArchitectureModel } from './design-model.js';

/** The nodes of an architecture, each with its shape and what it costs. */
export function costedNodes({ graph, cost }: ArchitectureModel): ArchitectureNode[] {
  const costs = new Map(cost.nodes.map((node) => [node.id, node]));
  return graph.nodes.map(({ id, block, attributes, inputs, group }) => {
    const { shape = [], params = 0, flops = 0 } = costs.get(id) ?? {};
    return { id, block, attributes, inputs: [...inputs], group: group ?? null, shape: [...shape], params, flops };
  });
}
