import type { ArchitectureGraph } from '@cambium/core';
import { canonicalNodes } from './canonical-nodes.js';
import { hashText } from './text-hash.js';

/**
 * 32 hex digits that are equal for equal networks. Ids, groups, the order of nodes and of an addition's inputs, defaults
 * written out or not, nodes that nothing reads, blocks that do nothing (identity, dropout 0, a 1×1 pool), sums written as
 * sums of sums, and what comes of zeros make no difference.
 *
 * Labels are refined from the inputs up and from the output down (Weisfeiler–Lehman on a directed graph), so that
 * two convolutions in parallel differ from one whose output is used twice.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function architectureHash(graph: ArchitectureGraph): string {
  const { nodes, output } = canonicalNodes(graph);
  const below = new Map<string, string>();
  for (const [id, { label, inputs, commutative }] of nodes) {
    const hashes = inputs.map(({ id, times }) => repeated(below.get(id) ?? '', times));
    below.set(id, hashText(`${label}(${(commutative ? hashes.sort() : hashes).join()})`));
  }
  const uses = new Map<string, string[]>([[output, ['output']]]);
  const labels: string[] = [];
  for (const [id, node] of [...nodes].toReversed()) {
    const usedBy = uses.get(id);
    // A sum that went into another one: nothing else reads it.
    if (usedBy === undefined) continue;
    const label = hashText(`${below.get(id)}<${usedBy.sort().join()}>`);
    labels.push(label);
    for (const [position, input] of node.inputs.entries()) {
      const use = node.commutative ? repeated(label, input.times) : `${label}.${position}`;
      uses.set(input.id, [...(uses.get(input.id) ?? []), use]);
    }
  }
  return hashText(labels.sort().join());
}

function repeated(text: string, times: number): string {
  return times === 1 ? text : `${times}·${text}`;
}
