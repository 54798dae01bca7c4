import type { Params } from '@cambium/core';

/** In the benchmark's order. */
export const nasBench201Ops = ['none', 'skip_connect', 'nor_conv_1x1', 'nor_conv_3x3', 'avg_pool_3x3'] as const;
export type NasBench201Op = (typeof nasBench201Ops)[number];

/** From one of the cell's four nodes to a later one. Node 0 is the cell's input, node 3 its output. */
export type Edge = readonly [from: number, to: number];

/** In the benchmark's order. */
export const edges: readonly Edge[] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
  [1, 3],
  [2, 3],
];

/** Nodes that add up what comes in, in order. */
export const sumNodes = [1, 2, 3] as const;

export const edgesTo = (node: number): readonly Edge[] => edges.filter(([, to]) => to === node);

export function edgeParam([from, to]: Edge): string {
  return `arch.edge.${from}-${to}`;
}

/** @throws RangeError when the params give the edge no operation */
export function opOf(params: Params, edge: Edge): NasBench201Op {
  const op = nasBench201Ops.find((name) => name === params[edgeParam(edge)]);
  if (op === undefined) throw new RangeError(`${edgeParam(edge)} is no operation of NAS-Bench-201`);
  return op;
}
