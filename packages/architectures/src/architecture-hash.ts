import type { ArchitectureGraph } from '@cambium/core';
import type { AnalysedNode } from './analyse-graph.js';
import { liveNodes } from './live-nodes.js';
import { hashText } from './text-hash.js';
import { requireValid } from './validate-graph.js';

interface CanonicalNode {
  /** Block and attributes, defaults filled in, keys in order. */
  readonly label: string;
  readonly commutative: boolean;
  /** Ids, identities skipped. */
  readonly inputs: readonly string[];
}

/**
 * 32 hex digits that are equal for equal networks. Ids, groups, the order of nodes and of an addition's inputs, defaults
 * written out or not, nodes that nothing reads and blocks that do nothing (dropout 0, a 1×1 pool) make no difference.
 *
 * Labels are refined from the inputs up and from the output down (Weisfeiler–Lehman on a directed graph), so that
 * two convolutions in parallel differ from one whose output is used twice.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function architectureHash(graph: ArchitectureGraph): string {
  const { nodes, output } = canonicalNodes(graph);
  const below = new Map<string, string>();
  for (const [id, node] of nodes) {
    const inputs = node.inputs.map((input) => below.get(input) ?? '');
    below.set(id, hashText(`${node.label}(${arranged(inputs, node.commutative).join()})`));
  }
  const uses = new Map<string, string[]>([[output, ['output']]]);
  const labels: string[] = [];
  for (const [id, node] of [...nodes].toReversed()) {
    const label = hashText(`${below.get(id)}<${(uses.get(id) ?? []).sort().join()}>`);
    labels.push(label);
    for (const [position, input] of node.inputs.entries()) {
      const use = node.commutative ? label : `${label}.${position}`;
      uses.set(input, [...(uses.get(input) ?? []), use]);
    }
  }
  return hashText(labels.sort().join());
}

function arranged(hashes: readonly string[], commutative: boolean): readonly string[] {
  return commutative ? [...hashes].sort() : hashes;
}

/** The nodes that do something, inputs before their users. */
function canonicalNodes(graph: ArchitectureGraph): { nodes: ReadonlyMap<string, CanonicalNode>; output: string } {
  const analysed = requireValid(graph);
  const live = liveNodes(graph);
  const standsFor = new Map<string, string>();
  const source = (id: string) => standsFor.get(id) ?? id;
  const nodes = new Map<string, CanonicalNode>();
  for (const [id, entry] of analysed) {
    if (!live.has(id)) continue;
    const [onlyInput] = entry.node.inputs;
    if (onlyInput !== undefined && entry.block.isIdentity?.(entry.attributes) === true) {
      standsFor.set(id, source(onlyInput));
      continue;
    }
    nodes.set(id, {
      label: labelOf(entry),
      commutative: entry.block.commutative,
      inputs: entry.node.inputs.map(source),
    });
  }
  return { nodes, output: source(graph.output) };
}

function labelOf({ block, attributes }: AnalysedNode): string {
  const entries = Object.entries(attributes as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${block.name}${JSON.stringify(entries)}`;
}
