import { type ArchitectureGraph, CambiumError, formatPath, type Issue } from '@cambium/core';
import { type AnalysedNode, analyseGraph } from './analyse-graph.js';

/**
 * Everything that is wrong with a graph, each with its path in it: ids, order, the single input node, blocks, attributes,
 * arity, shapes, the output. Empty: it can be built. Nodes that the output does not depend on are allowed.
 */
export function validateGraph(graph: ArchitectureGraph): readonly Issue[] {
  return analyseGraph(graph).issues;
}

/** @throws CambiumError `fix-input` with the issues when the graph is not valid. */
export function requireValid(graph: ArchitectureGraph): ReadonlyMap<string, AnalysedNode> {
  const { issues, nodes } = analyseGraph(graph);
  const [first] = issues;
  if (first === undefined) return nodes;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  throw new CambiumError('fix-input', `invalid architecture: ${formatPath(first.path)}: ${first.message}${more}`, {
    issues,
  });
}
