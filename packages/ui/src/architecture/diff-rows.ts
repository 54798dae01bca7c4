import type { GraphDiff, GraphNode, ValueChange } from './graph-types.js';

/** One node that differs, as a table shows it. */
export interface DiffRow {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As it is in the second network; for a removed one as it was. */
  readonly node: GraphNode;
  /** What it was called in the first, where that is another name. */
  readonly formerId: string | null;
  readonly values: readonly ValueChange[];
  /** What a changed node no longer takes in, and what instead; all inputs where only their order differs. */
  readonly inputs: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
  /** How many more of the second network are this node's. */
  readonly params: number;
  readonly flops: number;
}

/** Changed nodes first: they say most. */
export function diffRows({ removed, added, changed }: GraphDiff): readonly DiffRow[] {
  const whole = (kind: 'added' | 'removed', sign: 1 | -1) => (node: GraphNode) => {
    return {
      kind,
      node,
      formerId: null,
      values: [],
      inputs: null,
      params: sign * node.params,
      flops: sign * node.flops,
    };
  };
  return [
    ...changed.map(({ from, to, values, removedInputs, addedInputs }) => ({
      kind: 'changed' as const,
      node: to,
      formerId: from.id === to.id ? null : from.id,
      values,
      inputs: removedInputs.length + addedInputs.length > 0 ? { from: removedInputs, to: addedInputs } : null,
      params: to.params - from.params,
      flops: to.flops - from.flops,
    })),
    ...removed.map(whole('removed', -1)),
    ...added.map(whole('added', 1)),
  ];
}
