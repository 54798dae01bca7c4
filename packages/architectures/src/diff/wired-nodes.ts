import type { ArchitectureGraph } from '@cambium/core';
import type { AnalysedNode } from '../analyse-graph.js';
import { requireValid } from '../validate-graph.js';

/** A node that reads another one, and as which of its inputs; of a sum's inputs none is the first. */
export interface Reader {
  readonly id: string;
  readonly position: number | null;
}

/** A node with who reads it. */
export interface WiredNode extends Pick<AnalysedNode, 'node' | 'block' | 'attributes'> {
  readonly id: string;
  readonly inputs: readonly Reader[];
  /** A graph's output is read by `{ id: '', … }`, which no node is called. */
  readonly readers: readonly Reader[];
}

export type WiredNodes = ReadonlyMap<string, WiredNode>;

/** The nodes of a graph in its order. @throws CambiumError `fix-input` when it is not valid. */
export function wiredNodes(graph: ArchitectureGraph): WiredNodes {
  const readers = new Map<string, Reader[]>([[graph.output, [{ id: '', position: null }]]]);
  const analysed = [...requireValid(graph)];
  const inputsOf = ({ node, block }: AnalysedNode): Reader[] =>
    node.inputs.map((id, position) => ({ id, position: block.commutative ? null : position }));
  for (const [id, entry] of analysed) {
    for (const input of inputsOf(entry)) {
      const known = readers.get(input.id) ?? [];
      readers.set(input.id, [...known, { id, position: input.position }]);
    }
  }
  return new Map(
    analysed.map(([id, entry]) => {
      const { node, block, attributes } = entry;
      return [id, { id, node, block, attributes, inputs: inputsOf(entry), readers: readers.get(id) ?? [] }];
    }),
  );
}

/** What it computes, wherever its inputs come from: the same for equal blocks with equal attributes. */
export function nodeLabel({ block, attributes }: Pick<WiredNode, 'block' | 'attributes'>): string {
  const entries = Object.entries(attributes as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${block.name}${JSON.stringify(entries)}`;
}

/** The neighbours on one side as text, each called what `nameOf` says; null where one has no name. */
export function wiring(neighbours: readonly Reader[], nameOf: (id: string) => string | undefined): string | null {
  const names: string[] = [];
  for (const { id, position } of neighbours) {
    const name = nameOf(id);
    if (name === undefined) return null;
    names.push(`${name}@${position ?? ''}`);
  }
  return names.sort().join();
}
