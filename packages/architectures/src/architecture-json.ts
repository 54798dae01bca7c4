import type { ArchitectureGraph, Issue, Json, JsonObject } from '@cambium/core';
import * as z from 'zod';
import { validateGraph } from './validate-graph.js';

const node = z.strictObject({
  id: z.string(),
  block: z.string(),
  attributes: z.record(z.string(), z.json()),
  inputs: z.array(z.string()),
  group: z.string().optional(),
});

const architecture = z.strictObject({
  version: z.literal(1, 'this program reads version 1 of the architecture format'),
  nodes: z.array(node),
  output: z.string(),
});

export type ArchitectureParse =
  | { readonly kind: 'graph'; readonly graph: ArchitectureGraph }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Reads a graph that came as JSON: its form, its version, then everything that `validateGraph` checks. */
export function parseArchitecture(input: unknown): ArchitectureParse {
  const parsed = architecture.safeParse(input);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((problem) => ({
      path: problem.path.map((key) => (typeof key === 'number' ? key : String(key))),
      code: 'bad-architecture',
      message: problem.message,
    }));
    return { kind: 'refused', issues };
  }
  const { nodes, ...rest } = parsed.data;
  const graph: ArchitectureGraph = {
    ...rest,
    nodes: nodes.map(({ group, ...fields }) => (group === undefined ? fields : { ...fields, group })),
  };
  const issues = validateGraph(graph);
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'graph', graph };
}

/** The graph as plain JSON, keys in a fixed order: equal graphs give equal text. */
export function architectureToJson(graph: ArchitectureGraph): JsonObject {
  return {
    version: graph.version,
    nodes: graph.nodes.map(
      ({ id, block, attributes, inputs, group }): Json => ({
        id,
        block,
        attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
        inputs: [...inputs],
        ...(group === undefined ? {} : { group }),
      }),
    ),
    output: graph.output,
  };
}
