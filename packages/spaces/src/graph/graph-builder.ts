import type { ArchitectureNode, Gate, ImageContext, JsonObject, SuperGraph } from '@cambium/core';
import type { Strides } from './strides.js';

interface NodeDraft {
  readonly id: string;
  readonly block: string;
  readonly attributes?: JsonObject;
  readonly inputs: readonly string[];
  /** Absent: it belongs to every design. */
  readonly gate?: Gate | undefined;
}

interface StemOptions {
  readonly filters: number;
  readonly strides: Strides;
  /** Height and width that the network sees; the images' own unless given. */
  readonly resolution?: readonly [height: number, width: number] | undefined;
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

  /** Input at `resolution`, a 3×3 convolution, and pools where the image is large. */
  addStem(context: ImageContext, { filters, strides, resolution }: StemOptions): string {
    const input = this.addInput(context);
    const [height, width] = resolution ?? context.inputShape;
    const isResized = height !== context.inputShape[0] || width !== context.inputShape[1];
    const seen = isResized
      ? this.add({ id: 'resize', block: 'resize', attributes: { height, width }, inputs: [input] })
      : input;
    const attributes = { filters, kernel: 3, stride: strides.stem, activation: 'relu' };
    let last = this.add({ id: 'stem', block: 'conv', attributes, inputs: [seen] });
    for (let pool = 1; pool <= strides.pools; pool++) {
      const size = { size: 2, stride: 2 };
      last = this.add({ id: `stem-pool-${pool}`, block: 'max-pool', attributes: size, inputs: [last] });
    }
    return last;
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
