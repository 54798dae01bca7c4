import type { ArchitectureGraph } from '@cambium/core';

/** Ids of the nodes that the output depends on, itself included. The others compute nothing that anyone reads. */
export function liveNodes(graph: ArchitectureGraph): ReadonlySet<string> {
  const live = new Set([graph.output]);
  for (const node of graph.nodes.toReversed()) {
    if (live.has(node.id)) for (const input of node.inputs) live.add(input);
  }
  return live;
}
