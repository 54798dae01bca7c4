import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { requireValid } from '../validate-graph.js';
import { unusedId } from './unused-id.js';

/** The network sees its images `factor` times as large: by the `resize` that it begins with, or a new one. */
export function scaleResolution(graph: ArchitectureGraph, factor: number): ArchitectureGraph {
  const [input] = graph.nodes;
  if (input === undefined) return graph;
  const readers = graph.nodes.filter(({ inputs }) => inputs.includes(input.id));
  const [first] = readers;
  const known = readers.length === 1 && first?.block === 'resize' ? first : undefined;
  const [height = 1, width = 1] = requireValid(graph).get((known ?? input).id)?.shape ?? [];
  const attributes = { height: scaledSide(height, factor), width: scaledSide(width, factor) };
  if (known !== undefined) {
    return { ...graph, nodes: graph.nodes.map((node) => (node === known ? { ...node, attributes } : node)) };
  }
  const resize: ArchitectureNode = {
    ...input,
    id: unusedId('resize', new Set(graph.nodes.map(({ id }) => id))),
    block: 'resize',
    attributes,
    inputs: [input.id],
  };
  const others = graph.nodes
    .slice(1)
    .map((node) => ({ ...node, inputs: node.inputs.map((id) => (id === input.id ? resize.id : id)) }));
  return { ...graph, nodes: [input, resize, ...others] };
}

function scaledSide(side: number, factor: number): number {
  return Math.max(1, Math.round(side * factor));
}
