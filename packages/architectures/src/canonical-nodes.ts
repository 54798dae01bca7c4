import type { ArchitectureGraph } from '@cambium/core';
import type { AnalysedNode } from './analyse-graph.js';
import { liveNodes } from './live-nodes.js';
import { formatShape, type TensorShape } from './tensor-shape.js';
import { requireValid } from './validate-graph.js';

/** A term of a node. Only sums have terms that count more than once. */
interface CanonicalInput {
  readonly id: string;
  readonly times: number;
}

export interface CanonicalNode {
  /** Block and attributes, defaults filled in, keys in order. */
  readonly label: string;
  readonly commutative: boolean;
  readonly inputs: readonly CanonicalInput[];
}

export interface CanonicalNodes {
  /** Inputs before their users. Sums that only went into other sums are still there. */
  readonly nodes: ReadonlyMap<string, CanonicalNode>;
  readonly output: string;
}

/**
 * The nodes that do something: identities skipped, sums of sums made one sum, zeros left out of sums. What is applied to
 * zeros only is taken for zero, as NAS-Bench-201 has it (Dong & Yang 2020): whatever a bias makes of them is the same for
 * every image.
 */
export function canonicalNodes(graph: ArchitectureGraph): CanonicalNodes {
  const live = liveNodes(graph);
  const nodes = new Map<string, CanonicalNode>();
  const standsFor = new Map<string, string>();
  const sums = new Map<string, readonly CanonicalInput[]>();
  const shapes = new Map<string, TensorShape>();
  const zeros = new Set<string>();

  const source = (id: string): string => {
    if (!zeros.has(id)) return standsFor.get(id) ?? id;
    const name = `#${formatShape(shapes.get(id) ?? [])}`;
    nodes.set(name, { label: name, commutative: false, inputs: [] });
    return name;
  };
  const termsOf = (inputs: readonly string[]): CanonicalInput[] => {
    const terms = new Map<string, number>();
    for (const id of inputs.filter((input) => !zeros.has(input)).map(source)) {
      for (const term of sums.get(id) ?? [{ id, times: 1 }]) terms.set(term.id, (terms.get(term.id) ?? 0) + term.times);
    }
    return [...terms].map(([id, times]) => ({ id, times }));
  };

  for (const [id, entry] of requireValid(graph)) {
    if (!live.has(id)) continue;
    const { block, attributes, node, shape } = entry;
    shapes.set(id, shape);
    if (block.isZero === true || (node.inputs.length > 0 && node.inputs.every((input) => zeros.has(input)))) {
      zeros.add(id);
      continue;
    }
    const inputs =
      block.isSum === true ? termsOf(node.inputs) : node.inputs.map((input) => ({ id: source(input), times: 1 }));
    const [first, ...others] = inputs;
    const isPure = block.isIdentity?.(attributes) === true;
    if (isPure && others.length === 0 && first?.times === 1) {
      standsFor.set(id, first.id);
      continue;
    }
    if (isPure && block.isSum === true) sums.set(id, inputs);
    nodes.set(id, { label: labelOf(entry), commutative: block.commutative, inputs });
  }
  return { nodes, output: source(graph.output) };
}

function labelOf({ block, attributes }: AnalysedNode): string {
  const later: Readonly<Record<string, unknown>> = block.laterAttributes ?? {};
  const entries = Object.entries(attributes as object)
    .filter(([name, value]) => !(name in later && later[name] === value))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${block.name}${JSON.stringify(entries)}`;
}
