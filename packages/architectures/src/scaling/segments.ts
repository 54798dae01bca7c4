import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { costOf } from '../cost-of.js';
import { liveNodes } from '../live-nodes.js';
import type { TensorShape } from '../tensor-shape.js';

/** A part of a network with one way in and one way out: everything that comes in comes out of `entry`. */
export interface Segment {
  /** Id of the node before it. */
  readonly entry: string;
  /** In topological order; the last one is its exit. */
  readonly nodes: readonly [ArchitectureNode, ...ArchitectureNode[]];
  readonly exit: string;
  readonly entryShape: TensorShape;
  readonly exitShape: TensorShape;
  readonly flops: number;
}

/** The network as a chain: cut at every node that all ways from its input to its output go through. */
export function segmentsOf(graph: ArchitectureGraph): readonly Segment[] {
  const live = liveNodes(graph);
  const nodes = graph.nodes.filter(({ id }) => live.has(id));
  const costs = new Map(costOf(graph).nodes.map((node) => [node.id, node]));
  const shapeOf = (id: string): TensorShape => costs.get(id)?.shape ?? [];
  const lastUse = new Map(nodes.flatMap(({ inputs }, place) => inputs.map((id) => [id, place] as const)));
  const segments: Segment[] = [];
  let entry: string | undefined;
  let inside: ArchitectureNode[] = [];
  /** The last place that anything so far is read at: nothing goes past a node that is not before it. */
  let furthest = 0;
  for (const [place, node] of nodes.entries()) {
    inside.push(node);
    const isCut = furthest <= place;
    furthest = Math.max(furthest, lastUse.get(node.id) ?? 0);
    if (!isCut) continue;
    const [first, ...rest] = inside;
    if (entry !== undefined && first !== undefined) {
      segments.push({
        entry,
        nodes: [first, ...rest],
        exit: node.id,
        entryShape: shapeOf(entry),
        exitShape: shapeOf(node.id),
        flops: inside.reduce((sum, { id }) => sum + (costs.get(id)?.flops ?? 0), 0),
      });
    }
    entry = node.id;
    inside = [];
  }
  return segments;
}
