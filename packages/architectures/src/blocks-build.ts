import { type ArchitectureGraph, createRegistry, type JsonObject, type Registry } from '@cambium/core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import type { AnalysedNode } from './analyse-graph.js';
import { blockBuilderList } from './blocks/block-builder-list.gen.js';
import { liveNodes } from './live-nodes.js';
import type { BlockBuilder, BuildSite, TensorFlow } from './sublayers/build.js';
import { heedDepthwiseDilation } from './sublayers/depthwise-dilation/build.js';
import { hashToSeed } from './text-hash.js';
import { requireValid } from './validate-graph.js';

export type { BlockBuilder, TensorFlow } from './sublayers/build.js';
export { heedDepthwiseDilation } from './sublayers/depthwise-dilation/build.js';

/** The TensorFlow.js half of every block, by the same names as the specs. */
export const blockBuilders: Registry<BlockBuilder> = createRegistry('block builder', blockBuilderList);

/**
 * Builds a graph as a tf.layers model whose output is the logits (no softmax). Layers are named by their nodes' ids.
 * Initial weights depend on `seed`, the node's id and the backend-independent generators of TensorFlow.js alone, so they
 * are the same on every backend. Nodes that the output does not depend on are not built.
 * The caller disposes of the model.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function buildModel(tf: TensorFlow, graph: ArchitectureGraph, { seed }: { seed: number }): LayersModel {
  heedDepthwiseDilation(tf);
  const live = liveNodes(graph);
  const tensors = new Map<string, SymbolicTensor>();
  for (const [id, { node, attributes }] of requireValid(graph)) {
    if (!live.has(id)) continue;
    const inputs = node.inputs.map((input) => required(tensors.get(input), input));
    const site = siteOf(tf, { id, attributes: attributes as JsonObject, inputs, seed });
    tensors.set(id, blockBuilders.get(node.block).build(site));
  }
  const [input] = graph.nodes;
  return tf.model({
    inputs: required(tensors.get(input?.id ?? ''), 'input'),
    outputs: required(tensors.get(graph.output), graph.output),
  });
}

/**
 * Builds one block alone, where a graph has it: a model with one input for each of the block's. Its initial weights are
 * those that `buildModel` gives the node `id`. `identity`: it hands its input on. The caller disposes of the model.
 */
export function buildBlock(
  tf: TensorFlow,
  { block, attributes, inputs: shapes }: Pick<AnalysedNode, 'block' | 'attributes' | 'inputs'>,
  { id, seed }: { id: string; seed: number },
): LayersModel | 'identity' {
  heedDepthwiseDilation(tf);
  const inputs = shapes.map((shape, i) => tf.input({ shape: [...shape], name: `${id}/from-${i}` }));
  const output = blockBuilders
    .get(block.name)
    .build(siteOf(tf, { id, attributes: attributes as JsonObject, inputs, seed }));
  return inputs.includes(output) ? 'identity' : tf.model({ inputs, outputs: output });
}

function siteOf(
  tf: TensorFlow,
  place: { id: string; attributes: JsonObject; inputs: readonly SymbolicTensor[]; seed: number },
): BuildSite<JsonObject> {
  const { id, attributes, inputs, seed } = place;
  return {
    tf,
    attributes,
    inputs,
    get input() {
      return required(inputs[0], `the input of ${id}`);
    },
    name: (part) => (part === undefined ? id : `${id}/${part}`),
    seed: (part) => hashToSeed(`${seed}/${id}/${part}`),
  };
}

/** A valid graph has every tensor that is asked for; anything else is a bug here, not in the input. */
function required(tensor: SymbolicTensor | undefined, what: string): SymbolicTensor {
  if (tensor === undefined) throw new Error(`no tensor for ${what}`);
  return tensor;
}
