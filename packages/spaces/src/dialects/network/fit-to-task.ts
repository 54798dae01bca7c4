import type { ArchitectureGraph, ImageContext } from '@cambium/core';

/** The network for this task's images and classes: it may have been found for others. */
export function fitToTask(graph: ArchitectureGraph, { inputShape, classes }: ImageContext): ArchitectureGraph {
  const nodes = graph.nodes.map((node) => {
    if (node.block === 'input') return { ...node, attributes: { shape: [...inputShape] } };
    const givesLogits = node.id === graph.output && node.block === 'dense';
    return givesLogits ? { ...node, attributes: { ...node.attributes, units: classes } } : node;
  });
  return { ...graph, nodes };
}
