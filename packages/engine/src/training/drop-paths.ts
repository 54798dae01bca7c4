import { blocks, costOf, liveNodes } from '@cambium/architectures';
import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';

/** What a sum drops of its inputs in training. */
export interface DropPath {
  /** Chance that an image loses an input. */
  readonly rate: number;
  /** Index of the input that every image keeps. */
  readonly kept: number;
}

/**
 * Stochastic depth (Huang et al. 2016) by the ids of the nodes that add paths up: the chance grows linearly over them to
 * `last` at the last one (their 1 − p_L). Kept is the path through the fewest blocks with weights, which is the skip
 * connection where there is one; what is always zero does not count as a path.
 */
export function dropPaths(graph: ArchitectureGraph, last: number): ReadonlyMap<string, DropPath> {
  if (last <= 0) return new Map();
  const weighty = new Set(costOf(graph).nodes.flatMap(({ id, params }) => (params > 0 ? [id] : [])));
  const depths = new Map<string, number>();
  const depthOf = (id: string) => depths.get(id) ?? 0;
  const live = liveNodes(graph);
  const nodes = graph.nodes.filter(({ id }) => live.has(id));
  for (const { id, block, inputs } of nodes) {
    const before = Math.max(0, ...inputs.map(depthOf).filter(Number.isFinite));
    depths.set(id, blocks.get(block).isZero ? Number.POSITIVE_INFINITY : before + (weighty.has(id) ? 1 : 0));
  }
  const sums = nodes.filter(isMerging);
  return new Map(
    sums.map(({ id, inputs }, i) => {
      const through = inputs.map(depthOf);
      return [id, { rate: (last * (i + 1)) / sums.length, kept: through.indexOf(Math.min(...through)) }];
    }),
  );
}

function isMerging({ block, inputs }: ArchitectureNode): boolean {
  return inputs.length > 1 && blocks.get(block).isSum === true;
}
