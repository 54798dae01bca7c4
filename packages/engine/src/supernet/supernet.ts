import { type AnalysedNode, requireValid } from '@cambium/architectures';
import type { SuperGraph } from '@cambium/core';
import type { Tensor, Tensor2D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { trainableVariables } from '../training/trainable-variables.js';
import { type NormLayers, normLayers } from './norm-layers.js';
import type { Selection } from './selection.js';
import { partialNode, type SharedNode, sharedNode } from './shared-node.js';
import { shuffleChannels } from './shuffle-channels.js';
import { walkGraph } from './walk-graph.js';

/** All networks of a space with one set of weights. Dispose of it. */
export interface Supernet {
  readonly superGraph: SuperGraph;
  /** One in so many channels goes through an option. */
  readonly partialChannels: number;
  /**
   * What is trained: kernels and biases, node by node. Batch norm's γ and β stay 1 and 0 (Liu et al. 2019, 3.1): scales
   * trained along would undo those of the architecture weights.
   */
  readonly variables: readonly Variable[];
  /** Every weight, batch norm's statistics included, node by node: what a checkpoint holds. */
  readonly weights: readonly Variable[];
  readonly norms: NormLayers;
  /** Logits of a batch through the nodes that are selected. Call it in a tidy. */
  run(inputs: Tensor, selection: Selection): Tensor2D;
  /** The trained variables of the nodes that `run` goes through. */
  variablesOf(selection: Selection): readonly Variable[];
  dispose(): void;
}

export interface SupernetSettings {
  readonly seed: number;
  /** K: an option sees one in so many channels (PC-DARTS). 1, or absent: all. */
  readonly partialChannels?: number;
}

/** With whole channels, initial weights are those that `buildModel` with the same seed gives the networks of the space. */
export function openSupernet(tf: TensorFlow, superGraph: SuperGraph, settings: SupernetSettings): Supernet {
  const { seed, partialChannels: partial = 1 } = settings;
  const { graph, gates } = superGraph;
  const analysed = requireValid(graph);
  const partialNodes = new Map<string, SharedNode>();
  const nodes = new Map<string, SharedNode>();
  for (const [id, node] of analysed) {
    if (node.node.block === 'input') continue;
    const narrow = partial > 1 && gates[id] !== undefined ? partialNode(tf, node, { seed, partial }) : undefined;
    if (narrow !== undefined) partialNodes.set(id, narrow);
    nodes.set(id, narrow ?? sharedNode(tf, node, seed));
  }
  const walked = {
    superGraph,
    nodes: analysed,
    isZero: (id: string) => analysed.get(id)?.block.isZero === true && !partialNodes.has(id),
  };
  /** Behind every sum of partial options the channels change places. */
  const joined = ({ node }: AnalysedNode, value: Tensor) =>
    node.inputs.some((input) => partialNodes.has(input)) ? shuffleChannels(tf, value, partial) : value;
  const models = [...nodes.values()].flatMap(({ model }) => model ?? []);
  const norms = normLayers(tf, models);
  const trainedOf = ({ model }: SharedNode) =>
    model === undefined ? [] : trainableVariables(model).filter((variable) => !norms.owns(variable));
  return {
    superGraph,
    partialChannels: partial,
    variables: [...nodes.values()].flatMap(trainedOf),
    weights: models.flatMap((model) => model.weights.map((weight) => weight.read() as Variable)),
    norms,
    run(inputs, selection) {
      const output = walkGraph<Tensor>(walked, selection, {
        visit: (node, values) => joined(node, nodes.get(node.node.id)?.apply(values) ?? inputs),
        empty: ({ shape }) => tf.zeros([inputs.shape[0] as number, ...shape]),
        scale: (value, share) => tf.mul(value, share),
      });
      if (output === undefined) throw new Error('no node that is selected reaches the output');
      return output as Tensor2D;
    },
    variablesOf(selection) {
      const found: Variable[] = [];
      walkGraph<true>(walked, selection, {
        visit({ node }) {
          const shared = nodes.get(node.id);
          if (shared !== undefined) found.push(...trainedOf(shared));
          return true;
        },
        empty: () => true,
        scale: () => true,
      });
      return found;
    },
    dispose: () => {
      for (const node of nodes.values()) node.dispose();
    },
  };
}
