import { graphlib, layout } from '@dagrejs/dagre';
import type { GraphNode } from './graph-types.js';

/** Nodes that are drawn at most; a larger graph shows its list. */
export const graphNodeLimit = 500;

export interface PlacedGraph {
  /** Top left corners in CSS pixels. */
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

/** Places a graph from left to right (dagre: layered drawing after Sugiyama et al. 1981). */
export function layoutGraph(nodes: readonly GraphNode[], size: { width: number; height: number }): PlacedGraph {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: 28, nodesep: 14, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(nodes.map((node) => node.id));
  for (const node of nodes) graph.setNode(node.id, { ...size });
  for (const node of nodes) for (const input of node.inputs) if (known.has(input)) graph.setEdge(input, node.id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: nodes.map(({ id }) => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return { id, x: x - size.width / 2, y: y - size.height / 2 };
    }),
  };
}
