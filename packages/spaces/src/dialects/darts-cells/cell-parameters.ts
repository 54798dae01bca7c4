import type { Parameter, ParamValue } from '@cambium/core';
import { type CellKind, cellKinds } from '../../cells/cell-network.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import { type DartsCellsSettings, keptOps } from './settings.js';

/** Numbers of a cell's own nodes; 0 and 1 are its inputs, the outputs of the two cells before it. */
export function cellNodes({ nodes }: DartsCellsSettings): number[] {
  return Array.from({ length: nodes }, (_, i) => i + 2);
}

/** The pairs of earlier nodes that a node may add up: `0+2`. */
export function inputPairs(node: number): string[] {
  return earlier(node).flatMap((second) => earlier(second).map((first) => `${first}+${second}`));
}

/** `0, 1, …, node − 1`. */
export function earlier(node: number): number[] {
  return Array.from({ length: node }, (_, i) => i);
}

export function edgeParam(kind: CellKind, [from, to]: readonly [number, number]): string {
  return `arch.${kind}.edge.${from}-${to}`;
}

export function nodeParam(kind: CellKind, node: number, what: 'inputs' | 'first' | 'second'): string {
  return `arch.${kind}.node.${node}.${what}`;
}

export function cellParameters(settings: DartsCellsSettings): Parameter[] {
  const choice = (name: string, choices: readonly ParamValue[]) =>
    choiceParameter({ name, branch: 'arch', choices, kind: 'categorical' });
  return cellKinds.flatMap((kind) =>
    cellNodes(settings).flatMap((node) =>
      settings.edges === 'all'
        ? earlier(node).flatMap((from) => choice(edgeParam(kind, [from, node]), settings.ops))
        : [
            ...choice(nodeParam(kind, node, 'inputs'), inputPairs(node)),
            ...choice(nodeParam(kind, node, 'first'), keptOps(settings)),
            ...choice(nodeParam(kind, node, 'second'), keptOps(settings)),
          ],
    ),
  );
}
