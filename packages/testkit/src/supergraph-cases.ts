import { type DecodeContext, type Design, designIn, type Parameter, type SuperGraph } from '@cambium/core';
import { expect } from '@jest/globals';
import { designProblems } from './design-problems.js';

/** A valid network as a whole, whose gates are values of the space's parameters. */
export function expectWellGated(
  { graph, gates }: SuperGraph,
  { parameters, context }: { parameters: readonly Parameter[]; context: DecodeContext },
): void {
  expect(designProblems({ arch: graph }, context)).toEqual([]);
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const options = new Set(
    parameters.flatMap(({ name, domain }) =>
      'choices' in domain ? domain.choices.map((value) => JSON.stringify([name, value])) : [],
    ),
  );
  const strangers = Object.entries(gates).filter(
    ([id, { param, value }]) => !ids.has(id) || id === graph.output || !options.has(JSON.stringify([param, value])),
  );
  expect(strangers).toEqual([]);
}

/** Weights are shared by node id, so a design must be the nodes whose gates hold and nothing else. */
export function expectPartOf(superGraph: SuperGraph, design: Design, params: Parameters<typeof designIn>[1]): void {
  expect(JSON.stringify(design.arch)).toBe(JSON.stringify(designIn(superGraph, params)));
}
