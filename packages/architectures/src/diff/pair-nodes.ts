import { hashText } from '../text-hash.js';
import { alignNodes, type SharesNeighbour } from './align-nodes.js';
import { nodeLabel, type WiredNode, type WiredNodes, wiring } from './wired-nodes.js';

/**
 * Which nodes of two graphs are taken for the same: ids of the first to those of the second. In this order, each of what
 * the ones before have left:
 *
 * 1. nodes with the same id;
 * 2. nodes that compute the same of the same and are read alike, to the ends of the graph: all of two graphs that differ in
 *    names only (labels refined as in `architectureHash`);
 * 3. nodes with the same block and attributes whose inputs are paired, from the image down; then those whose readers are,
 *    from the output up: what lies before and behind a change;
 * 4. nodes with the same block that have a neighbour in common, in the order of their graphs (`alignNodes`): what changed in
 *    place, or where a node went and another came.
 *
 * Steps 1 to 3 take a pass over nodes and edges each; step 4 takes O(r · s) for r and s nodes that are left, which are those
 * that are renamed, and changed or next to a change.
 */
export function pairNodes(before: WiredNodes, after: WiredNodes): ReadonlyMap<string, string> {
  // The reader of an output, in both graphs.
  const pairs = new Map<string, string>([['', '']]);
  const taken = new Set<string>();
  const pair = (from: string, to: string): void => {
    pairs.set(from, to);
    taken.add(to);
  };
  for (const id of before.keys()) if (after.has(id)) pair(id, id);

  /** Pairs nodes of equal keys. A key may hang on pairs that this very pass has found. */
  const pairEqual = (order: readonly WiredNode[], fromKey: KeyOf, toKey: KeyOf): void => {
    const left = byKey(
      [...after.values()].filter(({ id }) => !taken.has(id)),
      toKey,
    );
    for (const node of order) {
      if (pairs.has(node.id)) continue;
      const key = fromKey(node);
      const group = key === null ? [] : (left.get(key) ?? []);
      const place = group.findIndex((twin) => !readsElsewhere(node, twin, pairs, taken));
      const [twin] = place === -1 ? [] : group.splice(place, 1);
      if (twin !== undefined) pair(node.id, twin.id);
    }
  };
  const [contextBefore, contextAfter] = [contexts(before), contexts(after)];
  const downwards = [...before.values()];
  const partner = (id: string) => pairs.get(id);
  const itself = (id: string) => id;
  pairEqual(downwards, keyBy('inputs', partner, contextBefore), keyBy('inputs', itself, contextAfter));
  pairEqual(downwards, keyBy('inputs', partner), keyBy('inputs', itself));
  pairEqual(downwards.toReversed(), keyBy('readers', partner), keyBy('readers', itself));
  pairAligned(before, after, pairs);
  pairs.delete('');
  return pairs;
}

/** Null: it is like no other. */
type KeyOf = (node: WiredNode) => string | null;

function byKey(nodes: readonly WiredNode[], keyOf: KeyOf): Map<string, WiredNode[]> {
  const groups = new Map<string, WiredNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return groups;
}

/** The node's label, that of its context if contexts are given, and its neighbours on one side, under the second graph's ids. */
function keyBy(
  side: 'inputs' | 'readers',
  nameOf: (id: string) => string | undefined,
  contextOf?: ReadonlyMap<string, string>,
): KeyOf {
  return (node) => {
    // What nobody reads is like everything else that nobody reads.
    const places = node[side].length === 0 && side === 'readers' ? null : wiring(node[side], nameOf);
    return places === null ? null : `${contextOf?.get(node.id) ?? nodeLabel(node)}<${places}`;
  };
}

/** Labels by id that are the same for nodes in the same place of equal graphs. */
function contexts(nodes: WiredNodes): ReadonlyMap<string, string> {
  const refine = (order: readonly WiredNode[], side: 'inputs' | 'readers', ownOf: (node: WiredNode) => string) => {
    const labels = new Map<string, string>([['', 'output']]);
    for (const node of order) {
      labels.set(node.id, hashText(`${ownOf(node)}<${wiring(node[side], (id) => labels.get(id))}`));
    }
    return labels;
  };
  const order = [...nodes.values()];
  const below = refine(order, 'inputs', nodeLabel);
  return refine(order.toReversed(), 'readers', ({ id }) => below.get(id) ?? '');
}

/**
 * Whether all that both read is there in both graphs, and none of it the same: two connections of a cell that end in one sum
 * are no pair, though their operations are equal.
 */
function readsElsewhere(
  from: WiredNode,
  to: WiredNode,
  pairs: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): boolean {
  const partners = from.inputs.map(({ id }) => pairs.get(id));
  const isKnown = partners.every((partner) => partner !== undefined) && to.inputs.every(({ id }) => taken.has(id));
  return isKnown && from.inputs.length > 0 && !to.inputs.some(({ id }) => partners.includes(id));
}

/** What is left is aligned in the order of its graphs; a pair that has no neighbour in common is none. */
function pairAligned(before: WiredNodes, after: WiredNodes, pairs: Map<string, string>): void {
  const taken = new Set(pairs.values());
  const shares: SharesNeighbour = (from, to, side) =>
    from[side].some(({ id }) => pairs.has(id) && to[side].some((other) => other.id === pairs.get(id)));
  const aligned = alignNodes(
    [...before.values()].filter(({ id }) => !pairs.has(id)),
    [...after.values()].filter(({ id }) => !taken.has(id)),
    shares,
  );
  for (const [from, to] of aligned) pairs.set(from.id, to.id);
  for (const [from, to] of aligned) {
    const isNone = !shares(from, to, 'inputs') && !shares(from, to, 'readers');
    if (isNone || readsElsewhere(from, to, pairs, taken)) pairs.delete(from.id);
  }
}
