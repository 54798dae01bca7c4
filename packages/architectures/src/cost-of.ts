import type { ArchitectureGraph } from '@cambium/core';
import { type LayerCost, noCost, sumCosts } from './layer-cost.js';
import { liveNodes } from './live-nodes.js';
import type { TensorShape } from './tensor-shape.js';
import { requireValid } from './validate-graph.js';

export interface NodeCost extends LayerCost {
  readonly id: string;
  readonly shape: TensorShape;
}

export interface ArchitectureCost extends LayerCost {
  /** In the graph's order. A node that the output does not depend on is never built and costs nothing. */
  readonly nodes: readonly NodeCost[];
}

/**
 * Parameters, multiply–accumulates and activation bytes of one image, as {@link LayerCost} defines them, computed
 * without building anything.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function costOf(graph: ArchitectureGraph): ArchitectureCost {
  const live = liveNodes(graph);
  const nodes = [...requireValid(graph).values()].map(({ node, block, attributes, inputs, shape }) => ({
    id: node.id,
    shape,
    ...(live.has(node.id) ? block.cost(attributes, inputs, shape) : noCost),
  }));
  return { ...sumCosts(nodes), nodes };
}
