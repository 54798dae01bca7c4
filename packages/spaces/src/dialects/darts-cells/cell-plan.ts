import type { Gate, Params } from '@cambium/core';
import type { CellKind } from '../../cells/cell-network.js';
import { chosen } from '../../space/choice-parameter.js';
import { cellNodes, earlier, edgeParam, inputPairs, nodeParam } from './cell-parameters.js';
import { type DartsCellsSettings, type DartsOp, keptOps } from './settings.js';

/** An operation on the way from an earlier node to a later one. */
export interface CellEdge {
  readonly from: number;
  readonly to: number;
  readonly op: DartsOp;
  /** In a supergraph: when it is there. */
  readonly gate?: Gate;
}

/** The edges of both cells, by the node they go to, then by where they come from. */
export type CellsPlan = Readonly<Record<CellKind, readonly CellEdge[]>>;

function plan(edgesOf: (kind: CellKind) => readonly CellEdge[]): CellsPlan {
  return { normal: edgesOf('normal'), reduction: edgesOf('reduction') };
}

function pairs(settings: DartsCellsSettings): { from: number; to: number }[] {
  return cellNodes(settings).flatMap((to) => earlier(to).map((from) => ({ from, to })));
}

/** The cells that params describe. */
export function planCells(params: Params, settings: DartsCellsSettings): CellsPlan {
  if (settings.edges === 'all') {
    return plan((kind) =>
      pairs(settings).map(({ from, to }) => ({
        from,
        to,
        op: chosen(params, edgeParam(kind, [from, to]), settings.ops),
      })),
    );
  }
  return plan((kind) =>
    cellNodes(settings).flatMap((node) => {
      const inputs = chosen(params, nodeParam(kind, node, 'inputs'), inputPairs(node)).split('+');
      return (['first', 'second'] as const).map((which, place) => ({
        from: Number(inputs[place]),
        to: node,
        op: chosen(params, nodeParam(kind, node, which), keptOps(settings)),
      }));
    }),
  );
}

/** Both cells with every operation on every edge. */
export function wholeCells(settings: DartsCellsSettings): CellsPlan {
  return plan((kind) =>
    pairs(settings).flatMap(({ from, to }) =>
      settings.ops.map((op) => ({ from, to, op, gate: { param: edgeParam(kind, [from, to]), value: op } })),
    ),
  );
}

/** Whether anything of the inputs reaches the output of each cell, which joins all of its nodes. */
export function letThrough({ normal, reduction }: CellsPlan): boolean {
  return [normal, reduction].every((edges) => edges.some(({ from, op }) => from < 2 && op !== 'none'));
}
