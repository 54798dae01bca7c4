import { costOf } from '@cambium/architectures';
import type { SuperGraph } from '@cambium/core';
import type { Choice, CostTerm } from '@cambium/engine';

/** FLOPs of every option, exact by the cost model: what an option costs does not depend on the others. */
export function optionFlops(
  { graph, gates }: SuperGraph,
  choices: readonly Choice[],
): Pick<CostTerm, 'costs' | 'fixed'> {
  const { nodes } = costOf(graph);
  const flopsWhere = (holds: (id: string) => boolean) =>
    nodes.reduce((sum, { id, flops }) => (holds(id) ? sum + flops : sum), 0);
  const costs = choices.flatMap(({ param, values }) =>
    values.map((value) => flopsWhere((id) => gates[id]?.param === param && gates[id]?.value === value)),
  );
  return { costs, fixed: flopsWhere((id) => gates[id] === undefined) };
}
