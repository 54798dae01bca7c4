import type { ImageContext, JsonObject, SuperGraph } from '@cambium/core';
import { GraphBuilder } from '../../graph/graph-builder.js';
import { edgeParam, edgesTo, type NasBench201Op, sumNodes } from './edges.js';
import type { NasBench201Settings } from './settings.js';

/** The stage that a cell is in. */
interface Place {
  readonly prefix: string;
  readonly width: number;
}

/** Stem, stages of equal cells with a residual block between them, and the head (Dong & Yang 2020, figure 1). */
export function cellSupergraph(settings: NasBench201Settings, context: ImageContext): SuperGraph {
  const builder = new GraphBuilder();
  const stem = { filters: settings.width, kernel: 3, activation: 'none' };
  let last = builder.add({ id: 'stem', block: 'conv', attributes: stem, inputs: [builder.addInput(context)] });
  for (let stage = 1; stage <= settings.stages; stage++) {
    const width = settings.width * 2 ** (stage - 1);
    if (stage > 1) last = addReduction(builder, last, { prefix: `reduction-${stage - 1}`, width });
    builder.group = `stage ${stage}`;
    for (let cell = 1; cell <= settings.cells; cell++) {
      last = addCell(builder, settings, { from: last, place: { prefix: `stage-${stage}-cell-${cell}`, width } });
    }
  }
  builder.group = 'head';
  const norm = { activation: 'relu' };
  last = builder.add({ id: 'last-norm', block: 'batch-norm', attributes: norm, inputs: [last] });
  return builder.finish(last, context);
}

/** The benchmark's residual block: two 3×3 convolutions beside a pool and a 1×1 convolution without norm and bias. */
function addReduction(builder: GraphBuilder, from: string, { prefix, width }: Place): string {
  builder.group = prefix.replace('-', ' ');
  const conv = (part: string, input: string, stride: number) => {
    const attributes = { filters: width, kernel: 3, stride, preActivation: true, activation: 'none' };
    return builder.add({ id: `${prefix}-${part}`, block: 'conv', attributes, inputs: [input] });
  };
  const second = conv('conv-2', conv('conv-1', from, 2), 1);
  const pool = builder.add({
    id: `${prefix}-pool`,
    block: 'avg-pool',
    attributes: { size: 2, stride: 2 },
    inputs: [from],
  });
  const shortcut = builder.add({
    id: `${prefix}-shortcut`,
    block: 'conv',
    attributes: { filters: width, kernel: 1, activation: 'none', norm: false, bias: false },
    inputs: [pool],
  });
  return builder.add({ id: `${prefix}-add`, block: 'add', inputs: [shortcut, second] });
}

function addCell(
  builder: GraphBuilder,
  { ops }: NasBench201Settings,
  { from, place }: { from: string; place: Place },
): string {
  const { prefix, width } = place;
  const nodes = [from];
  for (const node of sumNodes) {
    const options = edgesTo(node).flatMap((edge) =>
      ops.map((op) =>
        builder.add({
          id: `${prefix}-edge-${edge.join('-')}-${op}`,
          ...blockOf(op, width),
          inputs: [nodes[edge[0]] as string],
          gate: { param: edgeParam(edge), value: op },
        }),
      ),
    );
    nodes.push(builder.add({ id: `${prefix}-node-${node}`, block: 'add', inputs: options }));
  }
  return nodes.at(-1) as string;
}

function blockOf(op: NasBench201Op, filters: number): { block: string; attributes: JsonObject } {
  const conv = (kernel: number) => ({
    block: 'conv',
    attributes: { filters, kernel, preActivation: true, activation: 'none' },
  });
  switch (op) {
    case 'none':
      return { block: 'zero', attributes: {} };
    case 'skip_connect':
      return { block: 'identity', attributes: {} };
    case 'nor_conv_1x1':
      return conv(1);
    case 'nor_conv_3x3':
      return conv(3);
    case 'avg_pool_3x3':
      return { block: 'avg-pool', attributes: { size: 3, stride: 1 } };
  }
}
