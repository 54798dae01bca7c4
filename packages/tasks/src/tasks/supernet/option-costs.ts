import { type AnalysedNode, costOf, liveNodes, requireValid } from '@cambium/architectures';
import type { Gate, SuperGraph } from '@cambium/core';
import type { Choice, LatencyTable } from '@cambium/engine';

/** What the engine's cost term is made of. */
export interface OptionCosts {
  readonly costs: readonly number[];
  readonly fixed: number;
}

/** FLOPs of every option, exact by the cost model: what an option costs does not depend on the others. */
export function optionFlops({ graph, gates }: SuperGraph, choices: readonly Choice[]): OptionCosts {
  const flops = new Map(costOf(graph).nodes.map((node) => [node.id, node.flops]));
  return costsByGate(flops, gates, choices);
}

/**
 * Microseconds of every option in a pass, by a table of its blocks. Joins count as with one option of each choice: so many
 * inputs they have in a network.
 */
export async function optionLatencies(
  { graph, gates }: SuperGraph,
  choices: readonly Choice[],
  table: LatencyTable,
): Promise<OptionCosts> {
  const live = liveNodes(graph);
  const timed = [...requireValid(graph)].flatMap(([id, node]) => {
    const inputs = inputsInNetwork(node, gates);
    return inputs.length === 0 || !live.has(id) ? [] : [{ id, ...node, inputs }];
  });
  const { intercept, added } = await table.timesOf(timed);
  const microseconds = new Map(timed.map(({ id }, i) => [id, 1000 * (added[i] as number)]));
  const { costs, fixed } = costsByGate(microseconds, gates, choices);
  return { costs, fixed: fixed + 1000 * intercept };
}

/** Shapes of the inputs, one for all options of a choice. */
function inputsInNetwork({ node, inputs }: AnalysedNode, gates: SuperGraph['gates']): AnalysedNode['inputs'] {
  const seen = new Set<string>();
  return inputs.filter((_, i) => {
    const param = gates[node.inputs[i] as string]?.param;
    if (param === undefined) return true;
    const isFirst = !seen.has(param);
    seen.add(param);
    return isFirst;
  });
}

function costsByGate(
  costs: ReadonlyMap<string, number>,
  gates: SuperGraph['gates'],
  choices: readonly Choice[],
): OptionCosts {
  const sumWhere = (holds: (gate: Gate | undefined) => boolean) => {
    let sum = 0;
    for (const [id, cost] of costs) if (holds(gates[id])) sum += cost;
    return sum;
  };
  return {
    costs: choices.flatMap(({ param, values }) =>
      values.map((value) => sumWhere((gate) => gate?.param === param && gate.value === value)),
    ),
    fixed: sumWhere((gate) => gate === undefined),
  };
}
