import type { ArchitectureGraph, ArchitectureNode, Json, JsonObject } from '@cambium/core';
import { type AnalysedNode } from './analyse-graph.js';
import { requireValid } from './validate-graph.js';

/** An attribute, or the block itself, that differs; undefined where one side does not have it. */
export interface ValueChange {
  readonly name: string;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** A node that both graphs have and that is not the same in both. */
export interface NodeChange {
  /** In the first graph, and in the second. */
  readonly ids: readonly [from: string, to: string];
  readonly values: readonly ValueChange[];
  /** Its inputs in both graphs, by their own ids, where they are not the same nodes. */
  readonly inputs?: readonly [from: readonly string[], to: readonly string[]];
}

export interface ArchitectureDiff {
  /** In the order of their graphs. */
  readonly removed: readonly ArchitectureNode[];
  readonly added: readonly ArchitectureNode[];
  readonly changed: readonly NodeChange[];
}

/**
 * What makes the second graph of the first. Nodes are the same where they have the same id, else where block, attributes
 * and inputs are: a node that is only renamed is no change. Defaults written out or not make no difference, nor do groups.
 * @throws CambiumError `fix-input` when a graph is not valid.
 */
export function diffArchitectures(first: ArchitectureGraph, second: ArchitectureGraph): ArchitectureDiff {
  const [before, after] = [requireValid(first), requireValid(second)];
  const partners = matchNodes(before, after);
  const matched = new Set(partners.values());
  const changed = [...partners].flatMap(([from, to]) => {
    const change = changeOf(before.get(from) as AnalysedNode, after.get(to) as AnalysedNode, partners);
    return change === undefined ? [] : [change];
  });
  return {
    removed: first.nodes.filter(({ id }) => !partners.has(id)),
    added: second.nodes.filter(({ id }) => !matched.has(id)),
    changed,
  };
}

type Nodes = ReadonlyMap<string, AnalysedNode>;

/** Ids of the first graph to those of the second. */
function matchNodes(before: Nodes, after: Nodes): ReadonlyMap<string, string> {
  const partners = new Map([...before.keys()].filter((id) => after.has(id)).map((id) => [id, id]));
  const free = new Map([...after].filter(([id]) => !before.has(id)));
  // Inputs come first in a graph, so those of a renamed node have their partners already.
  for (const [id, node] of before) {
    if (partners.has(id)) continue;
    const twin = [...free].find(([, other]) => changeOf(node, other, partners) === undefined);
    if (twin === undefined) continue;
    partners.set(id, twin[0]);
    free.delete(twin[0]);
  }
  return partners;
}

function changeOf(
  { node: from, ...before }: AnalysedNode,
  { node: to, ...after }: AnalysedNode,
  partners: ReadonlyMap<string, string>,
): NodeChange | undefined {
  const blocks: ValueChange[] = from.block === to.block ? [] : [{ name: 'block', from: from.block, to: to.block }];
  const values = [...blocks, ...attributeChanges(before.attributes as JsonObject, after.attributes as JsonObject)];
  const expected = from.inputs.map((id) => partners.get(id));
  const order = (ids: readonly (string | undefined)[]) => (after.block.commutative ? ids.toSorted() : ids).join(' ');
  const sameInputs = order(expected) === order(to.inputs);
  if (values.length === 0 && sameInputs) return undefined;
  return { ids: [from.id, to.id], values, ...(sameInputs ? {} : { inputs: [from.inputs, to.inputs] as const }) };
}

function attributeChanges(from: JsonObject, to: JsonObject): ValueChange[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
    .map((name) => ({ name, from: from[name], to: to[name] }));
}
