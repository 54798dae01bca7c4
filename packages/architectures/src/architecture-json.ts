import {
  type ArchitectureGraph,
  type ArchitectureReading,
  type Json,
  type JsonObject,
  readArchitecture,
} from '@cambium/core';
import { validateGraph } from './validate-graph.js';

/** Reads a graph that came as JSON: its version and form, then everything that `validateGraph` checks. */
export function parseArchitecture(input: unknown): ArchitectureReading {
  const reading = readArchitecture(input);
  if (reading.kind === 'refused') return reading;
  const issues = validateGraph(reading.graph);
  return issues.length > 0 ? { kind: 'refused', issues } : reading;
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
