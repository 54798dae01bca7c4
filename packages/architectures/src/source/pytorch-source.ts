import type { ArchitectureGraph } from '@cambium/core';
import { costOf } from '../cost-of.js';
import type { NetworkSource, PlacedWeight } from './network-source.js';
import { pytorchHelpersFor } from './pytorch-helpers.js';
import { forwardLine, memberLines, moduleClass, placedWeights, pytorchShape } from './pytorch-module.js';
import { memberNames } from './pytorch-names.js';
import { sectionClasses } from './pytorch-sections.js';
import { type Section, sectionsOf } from './sections.js';
import { type SourceGraph, sourceGraph } from './source-node.js';

/**
 * The network as a PyTorch program: a class for each stage or cell, one for the network, and a function that loads
 * weights.npz. It computes what the built model computes, with channels first.
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function pytorchSource(graph: ArchitectureGraph): NetworkSource {
  const source = sourceGraph(graph);
  const sections = sectionsOf(source);
  const { classes, texts } = sectionClasses(sections);
  const { text: network, weights } = networkClass(source, sections, classes);
  const body = [...texts, network].join('\n\n\n');
  const program = [...pytorchHelpersFor(body), body, loader].join('\n\n\n');
  return { text: `${description(graph, source)}\n\n${imports(program)}\n\n\n${program}\n`, weights };
}

function networkClass(
  { input, output }: SourceGraph,
  sections: readonly Section[],
  classes: ReturnType<typeof sectionClasses>['classes'],
): NetworkSource {
  const names = memberNames();
  const values = new Map([[input.id, names(input.id)]]);
  const valueOf = (id: string) => values.get(id) as string;
  const members: string[] = [];
  const forward: string[] = [];
  const weights: PlacedWeight[] = [];
  for (const section of sections) {
    const shared = classes.get(section);
    if (shared === undefined) {
      for (const node of section.nodes) {
        const name = names(node.id);
        forward.push(forwardLine(node, name, node.inputs.map(valueOf)));
        values.set(node.id, name);
        members.push(...memberLines(node, name));
        weights.push(...placedWeights(node, name));
      }
      continue;
    }
    const place = names(section.group ?? shared.name);
    const taken = section.takes.map(valueOf).join(', ');
    for (const id of section.gives) values.set(id, names(id));
    members.push(`self.${place} = ${shared.name}()`);
    forward.push(`${section.gives.map(valueOf).join(', ')} = self.${place}(${taken})`);
    weights.push(...section.nodes.flatMap((node) => placedWeights(node, `${place}.${shared.members.get(node.id)}`)));
  }
  forward.push(`return ${valueOf(output.id)}`);
  return { text: moduleClass('Network', { members, takes: [valueOf(input.id)], forward }), weights };
}

function description(graph: ArchitectureGraph, { input, output }: SourceGraph): string {
  const { params, flops } = costOf(graph);
  return `"""A network that Cambium found: ${pytorchShape(input.shape)} values in, ${pytorchShape(output.shape)} logits out.

${params.toLocaleString('en')} trainable parameters, ${flops.toLocaleString('en')} multiply-accumulates for one image.
Images are batch × channels × height × width, normalised: (byte - mean) / deviation, see preprocessing.json.

    network = load_weights(Network()).eval()
    logits = network(images)

To train it anew leave load_weights out.
"""`;
}

function imports(program: string): string {
  return [
    ...(program.includes('math.') ? ['import math'] : []),
    'from pathlib import Path',
    '',
    'import numpy',
    'import torch',
    ...(program.includes('F.') ? ['import torch.nn.functional as F'] : []),
    'from torch import nn',
  ].join('\n');
}

const loader = `def load_weights(network, path=Path(__file__).with_name("weights.npz")):
    """Gives a Network the weights that it was trained to."""
    with numpy.load(path) as arrays:
        network.load_state_dict({name: torch.from_numpy(arrays[name]) for name in arrays.files})
    return network`;
