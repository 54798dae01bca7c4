import type { Params, ParamValue } from '../values/params.js';
import type { ArchitectureGraph } from './design.js';

/** Holds in a design whose params have this value; never where the parameter is inactive. */
export interface Gate {
  /** Full name of a parameter. */
  readonly param: string;
  readonly value: ParamValue;
}

/**
 * Every option of every choice at once, for searches that share weights: what two designs have in common is one node of
 * the supergraph and has one set of weights.
 */
export interface SuperGraph {
  readonly graph: ArchitectureGraph;
  /** By node id. A node without a gate belongs to every design. */
  readonly gates: Readonly<Record<string, Gate>>;
}

/**
 * The design that params choose: the nodes whose gates hold, in order, as they are, each with those of its inputs that
 * are left.
 */
export function designIn({ graph, gates }: SuperGraph, params: Params): ArchitectureGraph {
  const holds = (id: string) => {
    const gate = gates[id];
    return gate === undefined || params[gate.param] === gate.value;
  };
  const nodes = graph.nodes
    .filter(({ id }) => holds(id))
    .map((node) => (node.inputs.every(holds) ? node : { ...node, inputs: node.inputs.filter(holds) }));
  return { ...graph, nodes };
}
