import type { GraphDiff, GraphNode, ValueChange } from './graph-types.js';

/** One node that differs, as a table shows it. */
export interface DiffRow {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As it is in the second network; for a removed one as it was. */
  readonly node: GraphNode;
  readonly values: readonly ValueChange[];
  /** Where a changed node takes others in. */
  readonly inputs: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
  /** How many more of the second network are this node's. */
  readonly params: number;
  readonly flops: number;
}

/** Changed nodes first: they say most. */
export function diffRows({ removed, added, changed }: GraphDiff): readonly DiffRow[] {
  const whole = (kind: 'added' | 'removed', sign: 1 | -1) => (node: GraphNode) => {
    return { kind, node, values: [], inputs: null, params: sign * node.params, flops: sign * node.flops };
  };
  return [
    ...changed.map(({ from, to, values, rewired }) => ({
      kind: 'changed' as const,
      node: to,
      values,
      inputs: rewired ? { from: from.inputs, to: to.inputs } : null,
      params: to.params - from.params,
      flops: to.flops - from.flops,
    })),
    ...removed.map(whole('removed', -1)),
    ...added.map(whole('added', 1)),
  ];
}
