import type { AnalysedNode } from '@cambium/architectures';
import type { Gate, SuperGraph } from '@cambium/core';
import type { Scalar } from '@tensorflow/tfjs';
import type { Selection } from './selection.js';

export interface WalkedGraph {
  readonly superGraph: SuperGraph;
  readonly nodes: ReadonlyMap<string, AnalysedNode>;
  /** Whether all that the node gives is 0. */
  isZero(id: string): boolean;
}

export interface WalkSteps<T> {
  /** What a node makes of its inputs; those that are absent are left out, and none are left only for the input node. */
  visit(node: AnalysedNode, inputs: readonly T[]): T;
  /** What a join gives of which no input is left: zeros. */
  empty(node: AnalysedNode): T;
  /** What goes out of an option that is taken with a weight. */
  scale(value: T, share: Scalar): T;
}

/**
 * Goes through what is selected of a graph, from the output back, so that what nobody reads is left out. A weight counts
 * where an option is left: its own nodes hand on to each other what they have. Undefined when the output itself is left out.
 */
export function walkGraph<T>(
  { superGraph: { graph, gates }, nodes, isZero }: WalkedGraph,
  selection: Selection,
  { visit, empty, scale }: WalkSteps<T>,
): T | undefined {
  const done = new Map<string, T | undefined>();
  const valueOf = (id: string): T | undefined => {
    if (!done.has(id)) done.set(id, compute(id));
    return done.get(id);
  };
  const compute = (id: string): T | undefined => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`the graph has no node ${id}`);
    const isJoin = node.node.inputs.length > 1;
    const inputs = node.node.inputs.flatMap((from) => {
      // Zeros add nothing to a sum: what only they would read is not run, and not trained.
      return node.block.isSum === true && isZero(from) ? [] : (incoming(from, id) ?? []);
    });
    const isCutOff = inputs.length === 0 && node.node.inputs.length > 0;
    if (!isCutOff) return visit(node, inputs);
    return isJoin ? empty(node) : undefined;
  };
  const incoming = (from: string, to: string): [T] | undefined => {
    const gate = gates[from];
    const share = gate === undefined ? 'whole' : selection(gate);
    const value = share === 'absent' ? undefined : valueOf(from);
    if (value === undefined) return undefined;
    return [typeof share === 'string' || isSame(gate, gates[to]) ? value : scale(value, share)];
  };
  return valueOf(graph.output);
}

function isSame(a: Gate | undefined, b: Gate | undefined): boolean {
  return a !== undefined && a.param === b?.param && a.value === b.value;
}
