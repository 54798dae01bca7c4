import { nodeLabel, type WiredNode } from './wired-nodes.js';

/** Whether two nodes have a neighbour in common on this side, by what is paired already. */
export type SharesNeighbour = (from: WiredNode, to: WiredNode, side: 'inputs' | 'readers') => boolean;

/**
 * The pairs of nodes with the same block, both rows in order, that are worth most together (Needleman & Wunsch 1970,
 * nothing taken off for gaps). With rows of r and s nodes it costs O(r · s) time and memory.
 */
export function alignNodes(
  from: readonly WiredNode[],
  to: readonly WiredNode[],
  shares: SharesNeighbour,
): readonly (readonly [from: WiredNode, to: WiredNode])[] {
  const width = to.length + 1;
  const worth = worthOf(from, to, shares);
  /** What the pairs of from[i…] and to[j…] are worth at best. */
  const best = new Float64Array((from.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] as number;
  const paired = (i: number, j: number) => {
    const value = worth[i * to.length + j] as number;
    return value === 0 ? 0 : value + at(i + 1, j + 1);
  };
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
    }
  }
  const pairs: (readonly [WiredNode, WiredNode])[] = [];
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    if (at(i, j) > 0 && at(i, j) === paired(i, j)) {
      pairs.push([from[i++] as WiredNode, to[j++] as WiredNode]);
    } else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** By place in both rows, as a row-major table; 0: they are no pair. */
function worthOf(from: readonly WiredNode[], to: readonly WiredNode[], shares: SharesNeighbour): Float64Array {
  // Networks have few kinds of nodes: each two are compared once.
  const [rows, columns] = [kindsOf(from), kindsOf(to)];
  const likeness = rows.kinds.map((one) => columns.kinds.map((other) => likenessOf(one, other)));
  const table = new Float64Array(from.length * to.length);
  for (const [i, one] of from.entries()) {
    const values = likeness[rows.kindAt[i] as number] as readonly number[];
    for (const [j, other] of to.entries()) {
      const value = values[columns.kindAt[j] as number] as number;
      if (value === 0) continue;
      const place = Number(shares(one, other, 'inputs')) + Number(shares(one, other, 'readers'));
      table[i * to.length + j] = value + place;
    }
  }
  return table;
}

interface NodeKind {
  readonly block: string;
  readonly label: string;
  readonly attributes: readonly string[];
}

/** The different kinds of nodes, and which of them each node is. */
function kindsOf(nodes: readonly WiredNode[]): {
  readonly kinds: readonly NodeKind[];
  readonly kindAt: readonly number[];
} {
  const numbers = new Map<string, number>();
  const kinds: NodeKind[] = [];
  const kindAt = nodes.map((node) => {
    const label = nodeLabel(node);
    const known = numbers.get(label);
    if (known !== undefined) return known;
    const attributes = Object.entries(node.attributes as object).map((entry) => JSON.stringify(entry));
    numbers.set(label, kinds.length);
    return kinds.push({ block: node.block.name, label, attributes }) - 1;
  });
  return { kinds, kindAt };
}

/**
 * 0 of different blocks. Equal nodes are worth more than two pairs of changed ones, so that a row in which a node went and
 * another came is not taken for one in which every node has changed.
 */
function likenessOf(one: NodeKind, other: NodeKind): number {
  if (one.block !== other.block) return 0;
  if (one.label === other.label) return 6;
  const equal = one.attributes.filter((each) => other.attributes.includes(each)).length;
  return 1 + equal / (one.attributes.length + 1);
}
