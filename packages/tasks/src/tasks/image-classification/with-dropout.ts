import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';

/**
 * The graph with dropout before its last dense layer. A dropout that already stands there takes the new rate. A graph
 * without a dense layer, and a rate of 0 where there is no dropout, change nothing.
 */
export function withDropout(graph: ArchitectureGraph, rate: number): ArchitectureGraph {
  const dense = graph.nodes.findLast((node) => node.block === 'dense');
  if (dense === undefined) return graph;
  const before = graph.nodes.find((node) => node.id === dense.inputs[0]);
  if (before?.block === 'dropout') {
    const nodes = graph.nodes.map((node) => (node === before ? { ...node, attributes: { rate } } : node));
    return { ...graph, nodes };
  }
  if (rate === 0) return graph;
  const dropout: ArchitectureNode = {
    id: `${dense.id}-dropout`,
    block: 'dropout',
    attributes: { rate },
    inputs: dense.inputs,
    ...(dense.group === undefined ? {} : { group: dense.group }),
  };
  const nodes = graph.nodes.flatMap((node) => (node === dense ? [dropout, { ...node, inputs: [dropout.id] }] : [node]));
  return { ...graph, nodes };
}
