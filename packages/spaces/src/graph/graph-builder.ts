import type { ArchitectureNode, Gate, ImageContext, JsonObject, SuperGraph } from '@cambium/core';

interface NodeDraft {
  readonly id: string;
  readonly block: string;
  readonly attributes?: JsonObject;
  readonly inputs: readonly string[];
  /** Absent: it belongs to every design. */
  readonly gate?: Gate | undefined;
}

/** Collects the nodes of a network with the gates of those that are options, in the order they are added. */
export class GraphBuilder {
  /** Group of the nodes that are added from now on. */
  group = 'stem';
  private readonly nodes: ArchitectureNode[] = [];
  private readonly gates: Record<string, Gate> = {};

  /** Returns the node's id. */
  add({ id, block, attributes = {}, inputs, gate }: NodeDraft): string {
    this.nodes.push({ id, block, attributes, inputs, group: this.group });
    if (gate !== undefined) this.gates[id] = gate;
    return id;
  }

  addInput({ inputShape }: ImageContext): string {
    return this.add({ id: 'input', block: 'input', attributes: { shape: [...inputShape] }, inputs: [] });
  }

  /** Global average pooling and logits, and so the end. */
  finish(last: string, { classes }: ImageContext): SuperGraph {
    this.group = 'head';
    const pool = this.add({ id: 'pool', block: 'global-average-pool', inputs: [last] });
    const attributes = { units: classes, activation: 'none' };
    const output = this.add({ id: 'logits', block: 'dense', attributes, inputs: [pool] });
    return { graph: { version: 1, nodes: this.nodes, output }, gates: this.gates };
  }
}
