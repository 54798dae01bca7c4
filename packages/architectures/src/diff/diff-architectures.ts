import type { ArchitectureGraph, ArchitectureNode, Json, JsonObject } from '@cambium/core';
import { pairNodes } from './pair-nodes.js';
import { type WiredNode, wiredNodes } from './wired-nodes.js';

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
  /** Ids of the inputs that only one of them takes, or all of both where they differ in order; absent: they are the same. */
  readonly inputs?: readonly [from: readonly string[], to: readonly string[]];
}

export interface ArchitectureDiff {
  /** In the order of their graphs. */
  readonly removed: readonly ArchitectureNode[];
  readonly added: readonly ArchitectureNode[];
  readonly changed: readonly NodeChange[];
}

/**
 * What makes the second graph of the first. Which nodes are the same is told by their ids, else by block, attributes and
 * place (`pairNodes`): a node that is only renamed is no change. Defaults written out or not make no difference, nor do
 * groups.
 * @throws CambiumError `fix-input` when a graph is not valid.
 */
export function diffArchitectures(first: ArchitectureGraph, second: ArchitectureGraph): ArchitectureDiff {
  const [before, after] = [wiredNodes(first), wiredNodes(second)];
  const pairs = pairNodes(before, after);
  const paired = new Set(pairs.values());
  const changed = first.nodes.flatMap(({ id }) => {
    const [from, to] = [before.get(id), after.get(pairs.get(id) ?? '')];
    const change = from && to ? changeOf(from, to, pairs) : undefined;
    return change === undefined ? [] : [change];
  });
  return {
    removed: first.nodes.filter(({ id }) => !pairs.has(id)),
    added: second.nodes.filter(({ id }) => !paired.has(id)),
    changed,
  };
}

function changeOf(from: WiredNode, to: WiredNode, pairs: ReadonlyMap<string, string>): NodeChange | undefined {
  const blocks: ValueChange[] =
    from.block === to.block ? [] : [{ name: 'block', from: from.block.name, to: to.block.name }];
  const values = [...blocks, ...attributeChanges(from.attributes as JsonObject, to.attributes as JsonObject)];
  const inputs = inputChanges(from, to, pairs);
  if (values.length === 0 && inputs === undefined) return undefined;
  return { ids: [from.id, to.id], values, ...(inputs && { inputs }) };
}

function attributeChanges(from: JsonObject, to: JsonObject): ValueChange[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
    .map((name) => ({ name, from: from[name], to: to[name] }));
}

function inputChanges(from: WiredNode, to: WiredNode, pairs: ReadonlyMap<string, string>): NodeChange['inputs'] {
  const [old, now] = [from.node.inputs, to.node.inputs];
  const come = [...now];
  const gone = old.filter((id) => {
    const place = come.indexOf(pairs.get(id) ?? '');
    if (place !== -1) come.splice(place, 1);
    return place === -1;
  });
  if (gone.length + come.length > 0) return [gone, come];
  const isInOrder = old.every((id, i) => pairs.get(id) === now[i]);
  return to.block.commutative || isInOrder ? undefined : [old, now];
}
