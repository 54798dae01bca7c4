import type { SourceGraph, SourceNode } from './source-node.js';

/** Nodes of one group that follow each other: a stage, a cell. A node without a group is a section of its own. */
export interface Section {
  readonly group: string | undefined;
  readonly nodes: readonly SourceNode[];
  /** Ids of nodes before it that it reads, in the order of their first use. */
  readonly takes: readonly string[];
  /** Ids of its nodes that later sections read, or the output's, in their own order. Never empty. */
  readonly gives: readonly string[];
}

export function sectionsOf({ nodes, output }: SourceGraph): readonly Section[] {
  const runs: SourceNode[][] = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    if (run !== undefined && node.group !== undefined && run[0]?.group === node.group) run.push(node);
    else runs.push([node]);
  }
  return runs.map((run) => {
    const own = new Set(run.map(({ id }) => id));
    const usedElsewhere = new Set(nodes.filter(({ id }) => !own.has(id)).flatMap(({ inputs }) => inputs));
    return {
      group: run[0]?.group,
      nodes: run,
      takes: [...new Set(run.flatMap(({ inputs }) => inputs))].filter((id) => !own.has(id)),
      gives: run.map(({ id }) => id).filter((id) => usedElsewhere.has(id) || id === output.id),
    };
  });
}
