import type { ArchitectureGraph } from '@cambium/core';

/** What of a network has weights to fit: its graph with every dropout left out, whatever its rate. */
export function withoutDropout({ nodes, output, ...graph }: ArchitectureGraph): ArchitectureGraph {
  const inputOf = new Map(
    nodes.flatMap(({ id, block, inputs: [input] }) =>
      block === 'dropout' && input !== undefined ? [[id, input]] : [],
    ),
  );
  const source = (id: string): string => {
    const input = inputOf.get(id);
    return input === undefined ? id : source(input);
  };
  return {
    ...graph,
    nodes: nodes.filter(({ id }) => !inputOf.has(id)).map((node) => ({ ...node, inputs: node.inputs.map(source) })),
    output: source(output),
  };
}
