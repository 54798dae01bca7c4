import type { GraphNode } from './graph-types.js';

/**
 * One node per group: costs added, the last node's shape, the blocks counted. Nodes without a group stay. `nodes` in
 * topological order.
 */
export function collapseGroups(nodes: readonly GraphNode[]): GraphNode[] {
  const home = new Map(nodes.map((node) => [node.id, node.group ? `group:${node.group}` : node.id]));
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const id = home.get(node.id) ?? node.id;
    members.set(id, [...(members.get(id) ?? []), node]);
  }
  return [...members].map(([id, own]) => {
    const last = own[own.length - 1] as GraphNode;
    const inputs = new Set(own.flatMap((node) => node.inputs.map((input) => home.get(input) ?? input)));
    inputs.delete(id);
    if (last.group === null) return { ...last, inputs: [...inputs] };
    return {
      id,
      block: last.group ?? last.block,
      attributes: { blocks: countBlocks(own) },
      inputs: [...inputs],
      group: null,
      shape: last.shape,
      params: own.reduce((sum, node) => sum + node.params, 0),
      flops: own.reduce((sum, node) => sum + node.flops, 0),
    };
  });
}

/** `conv ×3, max-pool`. */
function countBlocks(nodes: readonly GraphNode[]): string {
  const counts = new Map<string, number>();
  for (const { block } of nodes) counts.set(block, (counts.get(block) ?? 0) + 1);
  return [...counts].map(([block, count]) => (count > 1 ? `${block} ×${count}` : block)).join(', ');
}
