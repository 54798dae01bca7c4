import type { ArchitectureGraph } from '@cambium/core';
import { blocks } from '../block-registry.js';

/**
 * Every block that chooses its number of channels gets `factor` times as many; the others follow. What the output's
 * length is made of stays. Equal widths stay equal, so that sums fit.
 */
export function scaleWidth(graph: ArchitectureGraph, factor: number): ArchitectureGraph {
  const fixed = widthsOfOutput(graph);
  const nodes = graph.nodes.map((node) => {
    const attribute = blocks.get(node.block).width;
    const channels = attribute === undefined ? undefined : node.attributes[attribute];
    if (attribute === undefined || typeof channels !== 'number' || fixed.has(node.id)) return node;
    return { ...node, attributes: { ...node.attributes, [attribute]: scaledChannels(channels, factor) } };
  });
  return { ...graph, nodes };
}

/** The nearest whole number; at least 2 where there were as many, as some blocks halve their channels. */
function scaledChannels(channels: number, factor: number): number {
  return Math.max(Math.min(channels, 2), Math.round(channels * factor));
}

/** Ids of the nodes that choose how long the output is: the first on each way back from it. */
function widthsOfOutput({ nodes, output }: ArchitectureGraph): ReadonlySet<string> {
  const reached = new Set([output]);
  const found = new Set<string>();
  for (const { id, block, inputs } of nodes.toReversed()) {
    if (!reached.has(id)) continue;
    if (blocks.get(block).width !== undefined) found.add(id);
    else for (const input of inputs) reached.add(input);
  }
  return found;
}
