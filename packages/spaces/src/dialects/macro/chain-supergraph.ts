import type { ImageContext, JsonObject, SuperGraph } from '@cambium/core';
import { GraphBuilder } from '../../graph/graph-builder.js';
import { stridesOf } from '../../graph/strides.js';
import { layerParam, skipParam, skippedLayers } from './layers.js';
import type { MacroOp, MacroSettings } from './settings.js';

/** An output and how often its resolution was halved. */
interface Layer {
  readonly id: string;
  readonly halvings: number;
}

/**
 * Stem, layers and head. A layer is batch norm of the sum of its operation and the skips into it. A skip over a change of
 * resolution is a mean over the pixels that have become one.
 */
export function chainSupergraph(settings: MacroSettings, context: ImageContext): SuperGraph {
  const { layers, width } = settings;
  const builder = new GraphBuilder();
  const halving = Array.from({ length: layers }, (_, i) => i > 0 && isBoundary(i, layers));
  const strides = stridesOf(context.inputShape, halving);
  let halvings = 0;
  let last = builder.addStem(context, { filters: width, strides });
  const earlier: Layer[] = [];
  for (let layer = 1; layer <= layers; layer++) {
    builder.group = `layer ${layer}`;
    if (strides.stages[layer - 1] === 2) {
      halvings++;
      const attributes = { filters: width, preActivation: false };
      last = builder.add({ id: `halve-${halvings}`, block: 'factorized-reduce', attributes, inputs: [last] });
    }
    last = addLayer(builder, settings, { layer, halvings, from: last, earlier });
    earlier.push({ id: last, halvings });
  }
  return builder.finish(last, context);
}

/** Layers (from 0) at a third and two thirds. */
function isBoundary(layer: number, layers: number): boolean {
  return layer === Math.floor(layers / 3) || layer === Math.floor((2 * layers) / 3);
}

interface LayerPlace {
  readonly layer: number;
  readonly halvings: number;
  readonly from: string;
  readonly earlier: readonly Layer[];
}

function addLayer(builder: GraphBuilder, { ops, skips, width }: MacroSettings, place: LayerPlace): string {
  const { layer, halvings, from, earlier } = place;
  const prefix = `layer-${layer}`;
  const options = ops.map((op) =>
    builder.add({
      id: `${prefix}-${op}`,
      ...blockOf(op, width),
      inputs: [from],
      gate: ops.length < 2 ? undefined : { param: layerParam(layer), value: op },
    }),
  );
  const skipped = (skips ? skippedLayers(layer) : []).map((number) => {
    const source = earlier[number - 1] as Layer;
    const size = 2 ** (halvings - source.halvings);
    const block = size === 1 ? { block: 'identity' } : { block: 'avg-pool', attributes: { size, stride: size } };
    const gate = { param: skipParam(number, layer), value: true };
    return builder.add({ id: `${prefix}-skip-${number}`, ...block, inputs: [source.id], gate });
  });
  const sum = builder.add({ id: `${prefix}-sum`, block: 'add', inputs: [...options, ...skipped] });
  return builder.add({ id: prefix, block: 'batch-norm', inputs: [sum] });
}

function blockOf(op: MacroOp, filters: number): { block: string; attributes: JsonObject } {
  if (op === 'identity') return { block: 'identity', attributes: {} };
  const size = Number(op.at(-1));
  const convolution = { filters, kernel: size, preActivation: true, activation: 'none' };
  switch (op) {
    case 'conv_3x3':
    case 'conv_5x5':
      return { block: 'conv', attributes: convolution };
    case 'sep_conv_3x3':
    case 'sep_conv_5x5':
      return { block: 'separable', attributes: { ...convolution, innerNorm: false } };
    case 'avg_pool_3x3':
      return { block: 'avg-pool', attributes: { size, stride: 1 } };
    case 'max_pool_3x3':
      return { block: 'max-pool', attributes: { size, stride: 1 } };
  }
}
