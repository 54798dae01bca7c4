import type { ArchitectureGraph } from '@cambium/core';
import { costOf } from '../cost-of.js';
import { formatShape } from '../tensor-shape.js';
import { kerasHelperNames, kerasHelpersFor } from './keras-helpers.js';
import type { NetworkSource, PlacedWeight } from './network-source.js';
import { formatCall, indent, pythonNames } from './python.js';
import { sectionsOf } from './sections.js';
import { builtWeights, layerName, type SourceGraph, type SourceNode, sourceGraph } from './source-node.js';

/**
 * The network as a Keras 3 program: one function that makes the model, section by section, and one that loads
 * weights.npz. Layers have the names of the built model's, with underscores for slashes, which Keras does not allow.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function kerasSource(graph: ArchitectureGraph): NetworkSource {
  const source = sourceGraph(graph);
  const { input, output } = source;
  const names = {
    values: pythonNames(['keras', 'layers', 'numpy', 'Path', 'build', 'load_weights', 'x', ...kerasHelperNames]),
    layers: pythonNames(),
  };
  const values = new Map([[input.id, names.values(input.id)]]);
  const valueOf = (id: string) => values.get(id) as string;
  const lines = [`${valueOf(input.id)} = keras.Input((${tuple(input.shape)}), name=${quoted(names.layers(input.id))})`];
  const weights: PlacedWeight[] = [];
  for (const { group, nodes } of sectionsOf(source)) {
    lines.push('', ...(group === undefined ? [] : [`# ${group}`]));
    for (const node of nodes) {
      const inputs = node.inputs.map(valueOf);
      const value = names.values(node.id);
      values.set(node.id, value);
      const calls = layerCalls(node, names.layers, weights);
      lines.push(...nodeLines(node, { value, inputs, calls }));
    }
  }
  lines.push('', `return keras.Model(${valueOf(input.id)}, ${valueOf(output.id)})`);
  const body = ['def build():', ...indent(lines)].join('\n');
  const parts = [header(graph, source), ...kerasHelpersFor(body), body, loader];
  return { text: `${parts.join('\n\n\n')}\n`, weights };
}

/** A node's layers, named; their weights are added to `weights`. */
function layerCalls(node: SourceNode, nameOf: (text: string) => string, weights: PlacedWeight[]): string[] {
  const join = node.join === undefined ? [] : [formatCall(node.join.keras, `name=${quoted(nameOf(node.id))}`)];
  const layers = node.layers.map((layer) => {
    const built = layerName(node, layer);
    const name = nameOf(built);
    for (const { weight, ...place } of builtWeights(node, layer)) {
      const owner = weight.inner === undefined ? name : `${name}_${weight.inner}`;
      weights.push({ ...place, name: `${owner}/${place.index}` });
    }
    return formatCall(layer.keras, `name=${quoted(name)}`);
  });
  return [...join, ...layers];
}

function nodeLines(
  { join, shape }: SourceNode,
  { value, inputs, calls }: { value: string; inputs: readonly string[]; calls: readonly string[] },
): string[] {
  const first = join === undefined ? inputs.join(', ') : `[${inputs.join(', ')}]`;
  if (calls.length === 0) return [`${value} = ${first}`];
  return calls.map((layer, i) => {
    const line = `${layer}(${i === 0 ? first : 'x'})`;
    return i === calls.length - 1 ? `${value} = ${line}  # ${formatShape(shape)}` : `x = ${line}`;
  });
}

const quoted = (text: string) => `"${text}"`;
const tuple = (shape: readonly number[]) => (shape.length === 1 ? `${shape[0]},` : shape.join(', '));

function header(graph: ArchitectureGraph, { input, output }: SourceGraph): string {
  const { params, flops } = costOf(graph);
  return `"""A network that Cambium found: ${formatShape(input.shape)} values in, ${formatShape(output.shape)} logits out.

${params.toLocaleString('en')} trainable parameters, ${flops.toLocaleString('en')} multiply-accumulates for one image.
Images are batch × height × width × channels, normalised: (byte - mean) / deviation, see preprocessing.json.

    network = load_weights(build())
    logits = network.predict(images)

To train it anew leave load_weights out.
"""

from pathlib import Path

import keras
import numpy
from keras import layers`;
}

const loader = `def load_weights(network, path=Path(__file__).with_name("weights.npz")):
    """Gives a network of build() the weights that it was trained to."""
    with numpy.load(path) as arrays:
        for layer in network.layers:
            layer.set_weights([arrays[f"{layer.name}/{i}"] for i in range(len(layer.weights))])
    return network`;
