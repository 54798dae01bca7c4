import { CambiumError } from '@cambium/core';
import { attribute, float32, floatConstant, int32, intConstant, type NodeOptions, nodeDef } from './graph-def.js';

/** A layer's weight, taken off its device. */
export interface Weight {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** A layer with what its nodes need. `inputs` are the names of the nodes that it takes. */
export interface LayerToWrite {
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly weights: readonly Weight[];
  /** Dimensions of its first input, the batch included. */
  readonly rank: number;
}

type Writer = (layer: LayerToWrite, site: Site) => void;

/** Collects a layer's nodes. The layer's own name goes to the last one, which is its output. */
class Site {
  readonly nodes: Uint8Array[] = [];
  private readonly layer: LayerToWrite;

  constructor(layer: LayerToWrite) {
    this.layer = layer;
  }

  add(part: string, op: string, options: Omit<NodeOptions, 'name' | 'op'>): string {
    const name = `${this.layer.name}/${part}`;
    this.nodes.push(nodeDef({ name, op, ...options, attributes: { T: type, ...options.attributes } }));
    return name;
  }

  constant(part: string, { values, shape }: Weight): string {
    const name = `${this.layer.name}/${part}`;
    this.nodes.push(floatConstant(name, values, shape));
    return name;
  }

  ints(part: string, values: readonly number[], shape?: readonly number[]): string {
    const name = `${this.layer.name}/${part}`;
    this.nodes.push(intConstant(name, values, shape));
    return name;
  }

  finish(last: string): void {
    this.nodes.push(nodeDef({ name: this.layer.name, op: 'Identity', inputs: [last], attributes: { T: type } }));
  }
}

const type = attribute.type(float32);
const index = attribute.type(int32);
const nhwc = attribute.string('NHWC');
const pad = (config: LayerToWrite['config']) => attribute.string(String(config['padding']).toUpperCase());
const pair = (value: unknown) => (typeof value === 'number' ? [value, value] : value) as [number, number];
const window = (value: unknown) => attribute.ints([1, ...pair(value), 1]);
const first = ({ inputs }: LayerToWrite) => inputs[0] as string;

function withBias(layer: LayerToWrite, site: Site, sum: string): void {
  const bias = layer.weights[1];
  const biased =
    bias === undefined ? sum : site.add('bias-add', 'BiasAdd', { inputs: [sum, site.constant('bias', bias)] });
  site.finish(activated(site, biased, layer.config['activation']));
}

function activated(site: Site, input: string, activation: unknown): string {
  if (activation === 'relu') return site.add('relu', 'Relu', { inputs: [input] });
  if (activation === 'relu6') return site.add('relu6', 'Relu6', { inputs: [input] });
  if (activation === 'sigmoid') return site.add('sigmoid', 'Sigmoid', { inputs: [input] });
  if (activation === 'swish') {
    return site.add('swish', 'Mul', { inputs: [input, site.add('sigmoid', 'Sigmoid', { inputs: [input] })] });
  }
  if (activation === 'linear' || activation === undefined || activation === null) return input;
  throw new CambiumError('give-up', `activation "${String(activation)}" can't be written as a SavedModel`);
}

const convolution =
  (op: string): Writer =>
  (layer, site) => {
    const { config, weights } = layer;
    const kernel = site.constant('kernel', weights[0] as Weight);
    const attributes = {
      strides: window(config['strides']),
      dilations: window(config['dilationRate']),
      padding: pad(config),
      data_format: nhwc,
    };
    withBias(layer, site, site.add('convolution', op, { inputs: [first(layer), kernel], attributes }));
  };

/** TensorFlow's on the CPU refuses dilations: the filter has zeros between its taps instead. */
const depthwise: Writer = (layer, site) => {
  const { config, weights } = layer;
  const [filter, ...others] = weights as readonly [Weight, ...Weight[]];
  const spread = spreadWeight(filter, pair(config['dilationRate']));
  const dense = { ...layer, config: { ...config, dilationRate: 1 }, weights: [spread, ...others] };
  convolution('DepthwiseConv2dNative')(dense, site);
};

/** Of a filter [h, w, c, m]. */
function spreadWeight({ values, shape }: Weight, [dh, dw]: readonly [number, number]): Weight {
  const [h, w, ...channels] = shape as readonly [number, number, ...number[]];
  const [height, width] = [(h - 1) * dh + 1, (w - 1) * dw + 1];
  const size = channels.reduce((product, length) => product * length, 1);
  const spread = new Float32Array(height * width * size);
  for (let tap = 0; tap < h * w; tap++) {
    const place = Math.floor(tap / w) * dh * width + (tap % w) * dw;
    spread.set(values.subarray(tap * size, (tap + 1) * size), place * size);
  }
  return { values: spread, shape: [height, width, ...channels] };
}

const pool =
  (op: string): Writer =>
  (layer, site) => {
    const { poolSize, strides } = layer.config;
    const attributes = {
      ksize: window(poolSize),
      strides: window(strides),
      padding: pad(layer.config),
      data_format: nhwc,
    };
    site.finish(site.add('pool', op, { inputs: [first(layer)], attributes }));
  };

/** Inference by the moving statistics: one factor and one offset per channel. */
const batchNorm: Writer = (layer, site) => {
  const [gamma, beta, mean, variance] = layer.weights as readonly [Weight, Weight, Weight, Weight];
  const epsilon = layer.config['epsilon'] as number;
  const factor = gamma.values.map((g, c) => g / Math.sqrt(variance.values[c]! + epsilon));
  const offset = beta.values.map((b, c) => b - mean.values[c]! * factor[c]!);
  const scaled = site.add('scale', 'Mul', {
    inputs: [first(layer), site.constant('factor', { values: factor, shape: gamma.shape })],
  });
  const shift = site.constant('offset', { values: offset, shape: gamma.shape });
  site.finish(site.add('shift', 'AddV2', { inputs: [scaled, shift] }));
};

/** All inputs by one op of two. */
const chain =
  (op: string): Writer =>
  (layer, site) => {
    const [start, ...others] = layer.inputs as readonly [string, ...string[]];
    site.finish(others.reduce((left, input, i) => site.add(`join-${i}`, op, { inputs: [left, input] }), start));
  };

/** Scale and offset are the same everywhere. */
const rescaling: Writer = (layer, site) => {
  const number = (part: string) => {
    const values = Float32Array.of(layer.config[part] as number);
    return site.constant(part, { values, shape: [] });
  };
  const scaled = site.add('scaled', 'Mul', { inputs: [first(layer), number('scale')] });
  site.finish(site.add('shifted', 'AddV2', { inputs: [scaled, number('offset')] }));
};

const concatenate: Writer = (layer, site) => {
  const axis = site.ints('axis', [layer.config['axis'] as number], []);
  const attributes = { N: attribute.int(layer.inputs.length), Tidx: index };
  site.finish(site.add('joined', 'ConcatV2', { inputs: [...layer.inputs, axis], attributes }));
};

type Sides = readonly [before: number, after: number];

const zeroPadding: Writer = (layer, site) => {
  const [rows, columns] = layer.config['padding'] as readonly [Sides, Sides];
  const paddings = site.ints('paddings', [0, 0, ...rows, ...columns, 0, 0], [4, 2]);
  const attributes = { Tpaddings: index };
  site.finish(site.add('padded', 'Pad', { inputs: [first(layer), paddings], attributes }));
};

const cropping: Writer = (layer, site) => {
  const [[top, bottom], [left, right]] = layer.config['cropping'] as readonly [Sides, Sides];
  // A mask's bit says that the axis is taken from its start, or to its end: here the batch, the channels, and no crop.
  const whole = 0b1001;
  const attributes = {
    Index: index,
    begin_mask: attribute.int(whole),
    end_mask: attribute.int(whole | (bottom === 0 ? 0b10 : 0) | (right === 0 ? 0b100 : 0)),
    ellipsis_mask: attribute.int(0),
    new_axis_mask: attribute.int(0),
    shrink_axis_mask: attribute.int(0),
  };
  const inputs = [
    first(layer),
    site.ints('begin', [0, top, left, 0]),
    site.ints('end', [0, -bottom, -right, 0]),
    site.ints('steps', [1, 1, 1, 1]),
  ];
  site.finish(site.add('cropped', 'StridedSlice', { inputs, attributes }));
};

const writers: Readonly<Record<string, Writer>> = {
  Conv2D: convolution('Conv2D'),
  DepthwiseConv2D: depthwise,
  MaxPooling2D: pool('MaxPool'),
  AveragePooling2D: pool('AvgPool'),
  BatchNormalization: batchNorm,
  Activation: (layer, site) => site.finish(activated(site, first(layer), layer.config['activation'])),
  Dropout: (layer, site) => site.finish(first(layer)),
  Add: chain('AddV2'),
  Multiply: chain('Mul'),
  Rescaling: rescaling,
  Concatenate: concatenate,
  ZeroPadding2D: zeroPadding,
  Cropping2D: cropping,
  Reshape(layer, site) {
    const shape = site.ints('shape', [-1, ...(layer.config['targetShape'] as number[])]);
    site.finish(site.add('reshaped', 'Reshape', { inputs: [first(layer), shape], attributes: { Tshape: index } }));
  },
  Permute(layer, site) {
    const order = site.ints('order', [0, ...(layer.config['dims'] as number[])]);
    site.finish(site.add('permuted', 'Transpose', { inputs: [first(layer), order], attributes: { Tperm: index } }));
  },
  GlobalAveragePooling2D(layer, site) {
    const axes = site.ints('axes', [1, 2]);
    site.finish(site.add('mean', 'Mean', { inputs: [first(layer), axes], attributes: { Tidx: index } }));
  },
  Dense(layer, site) {
    const kernel = site.constant('kernel', layer.weights[0] as Weight);
    withBias(
      layer,
      site,
      site.add('product', layer.rank > 2 ? 'BatchMatMulV2' : 'MatMul', { inputs: [first(layer), kernel] }),
    );
  },
};

/** The nodes of one layer. @throws CambiumError `give-up` for a kind of layer that has no writer here. */
export function layerNodes(layer: LayerToWrite): Uint8Array[] {
  const write = writers[layer.className];
  if (write === undefined) {
    throw new CambiumError('give-up', `layer "${layer.name}" (${layer.className}) can't be written as a SavedModel`);
  }
  const site = new Site(layer);
  write(layer, site);
  return site.nodes;
}
