import type { Params } from '@cambium/core';
import { type CellKind, cellKinds } from '../../cells/cell-network.js';
import { inputPairs, nodeParam } from './cell-parameters.js';
import type { DartsOp } from './settings.js';

/** Two (operation, earlier node) for each node in turn: how papers write a cell down. */
export type DartsGenotype = Readonly<Record<CellKind, readonly (readonly [op: DartsOp, from: number])[]>>;

/** A published cell as params of `edges: two`. */
export function dartsGenotypeParams(genotype: DartsGenotype): Params {
  const params: Record<string, string> = {};
  for (const kind of cellKinds) {
    const edges = genotype[kind];
    for (let node = 2; node < edges.length / 2 + 2; node++) {
      const kept = edges.slice(2 * node - 4, 2 * node - 2).toSorted(([, a], [, b]) => a - b);
      const pair = kept.map(([, from]) => from).join('+');
      if (!inputPairs(node).includes(pair)) throw new RangeError(`node ${node} of ${kind} can't add up ${pair}`);
      if (node > 2) params[nodeParam(kind, node, 'inputs')] = pair;
      (['first', 'second'] as const).forEach((which, place) => {
        params[nodeParam(kind, node, which)] = (kept[place] as readonly [DartsOp, number])[0];
      });
    }
  }
  return params;
}
