import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { atStride1, repeatPlan } from './repeat-plan.js';
import { segmentsOf } from './segments.js';
import { unusedId } from './unused-id.js';

/**
 * Each stage has `factor` times as many blocks, rounded, at least one: repeated beside themselves, or left out from its end.
 * Undefined when no block can be repeated.
 */
export function scaleDepth(graph: ArchitectureGraph, factor: number): ArchitectureGraph | undefined {
  const segments = segmentsOf(graph);
  const plan = repeatPlan(segments, factor);
  if (plan === undefined) return undefined;
  const [input] = graph.nodes;
  const taken = new Set(graph.nodes.map(({ id }) => id));
  const nodes: ArchitectureNode[] = input === undefined ? [] : [input];
  /** The output of the chain so far. */
  let last = input?.id ?? '';
  for (const segment of segments) {
    const repetition = plan.get(segment) ?? { times: 1, atStride1: false };
    for (let time = 0; time < repetition.times; time++) {
      const blocks = time > 0 && repetition.atStride1 ? segment.nodes.map(atStride1) : segment.nodes;
      const names = time > 0 ? takeNames(blocks, taken) : new Map<string, string>();
      names.set(segment.entry, last);
      const renamed = (id: string) => names.get(id) ?? id;
      nodes.push(...blocks.map((node) => ({ ...node, id: renamed(node.id), inputs: node.inputs.map(renamed) })));
      last = renamed(segment.exit);
    }
  }
  return { ...graph, nodes, output: last };
}

/** New ids for a copy, by those of the original. */
function takeNames(nodes: readonly ArchitectureNode[], taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id } of nodes) {
    const own = unusedId(`${id}-again`, taken);
    taken.add(own);
    names.set(id, own);
  }
  return names;
}
