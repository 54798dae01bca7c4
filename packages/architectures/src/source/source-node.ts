import type { ArchitectureGraph } from '@cambium/core';
import { liveNodes } from '../live-nodes.js';
import type { TensorShape } from '../tensor-shape.js';
import { requireValid } from '../validate-graph.js';
import type { SourceJoin, SourceLayer, SourceWeight } from './block-source.js';
import { blockSources } from './block-source-registry.js';

/** A node as it is written: what joins its inputs, then layers one after the other. */
export interface SourceNode {
  readonly id: string;
  readonly group: string | undefined;
  readonly inputs: readonly string[];
  readonly shape: TensorShape;
  readonly join: SourceJoin | undefined;
  readonly layers: readonly SourceLayer[];
}

export interface SourceGraph {
  readonly input: SourceNode;
  /** Those that the output depends on, inputs before their users, without the input node. */
  readonly nodes: readonly SourceNode[];
  readonly output: SourceNode;
}

/** @throws CambiumError `fix-input` when the graph is not valid. */
export function sourceGraph(graph: ArchitectureGraph): SourceGraph {
  const live = liveNodes(graph);
  const written = [...requireValid(graph).values()]
    .filter(({ node }) => live.has(node.id))
    .map(({ node, attributes, inputs, shape }): SourceNode => {
      const source = blockSources.get(node.block);
      const site = { attributes: attributes as never, inputs, output: shape };
      const { id, group } = node;
      return {
        id,
        group,
        inputs: node.inputs,
        shape,
        join: inputs.length > 1 ? source.join?.(site) : undefined,
        layers: source.layers(site),
      };
    });
  const [input, ...nodes] = written;
  const output = written.find(({ id }) => id === graph.output);
  if (input === undefined || output === undefined) {
    throw new Error('a valid graph has an input and an output');
  }
  return { input, nodes, output };
}

/** The name of a layer in the built model. */
export function layerName({ id }: SourceNode, { part }: SourceLayer): string {
  return part === undefined ? id : `${id}/${part}`;
}

/** Each array of a layer with where the built model has it. */
export function builtWeights(
  node: SourceNode,
  layer: SourceLayer,
): readonly { readonly weight: SourceWeight; readonly layer: string; readonly index: number }[] {
  const weights = layer.weights ?? [];
  return weights.map((weight, i) => {
    const { inner } = weight;
    const part = layer.part === undefined || inner === undefined ? (inner ?? layer.part) : `${layer.part}-${inner}`;
    const index = weights.slice(0, i).filter((before) => before.inner === inner).length;
    return { weight, layer: layerName(node, part === undefined ? { ...layer } : { ...layer, part }), index };
  });
}
