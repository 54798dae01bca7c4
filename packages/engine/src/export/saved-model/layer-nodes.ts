import { CambiumError } from '@cambium/core';
import { attribute, float32, floatConstant, intConstant, type NodeOptions, nodeDef } from './graph-def.js';

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

  ints(part: string, values: readonly number[]): string {
    const name = `${this.layer.name}/${part}`;
    this.nodes.push(intConstant(name, values));
    return name;
  }

  finish(last: string): void {
    this.nodes.push(nodeDef({ name: this.layer.name, op: 'Identity', inputs: [last], attributes: { T: type } }));
  }
}

const type = attribute.type(float32);
const nhwc = attribute.string('NHWC');
const pad = (config: LayerToWrite['config']) => attribute.string(String(config['padding']).toUpperCase());
const pair = (value: unknown): number[] => (typeof value === 'number' ? [value, value] : (value as number[]));
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
  if (activation === 'linear' || activation === undefined || activation === null) return input;
  throw new CambiumError('give-up', `activation "${String(activation)}" can't be written as a SavedModel`);
}

const convolution =
  (op: string): Writer =>
  (layer, site) => {
    const { config, weights } = layer;
    const kernel = site.constant('kernel', weights[0] as Weight);
    const attributes = { strides: window(config['strides']), padding: pad(config), data_format: nhwc };
    withBias(layer, site, site.add('convolution', op, { inputs: [first(layer), kernel], attributes }));
  };

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

const writers: Readonly<Record<string, Writer>> = {
  Conv2D: convolution('Conv2D'),
  DepthwiseConv2D: convolution('DepthwiseConv2dNative'),
  MaxPooling2D: pool('MaxPool'),
  AveragePooling2D: pool('AvgPool'),
  BatchNormalization: batchNorm,
  Activation: (layer, site) => site.finish(activated(site, first(layer), layer.config['activation'])),
  Dropout: (layer, site) => site.finish(first(layer)),
  Add(layer, site) {
    const [start, ...others] = layer.inputs as readonly [string, ...string[]];
    site.finish(others.reduce((sum, input, i) => site.add(`sum-${i}`, 'AddV2', { inputs: [sum, input] }), start));
  },
  GlobalAveragePooling2D(layer, site) {
    const axes = site.ints('axes', [1, 2]);
    site.finish(site.add('mean', 'Mean', { inputs: [first(layer), axes], attributes: { Tidx: attribute.type(3) } }));
  },
  Dense(layer, site) {
    const kernel = site.constant('kernel', layer.weights[0] as Weight);
    withBias(layer, site, site.add('product', 'MatMul', { inputs: [first(layer), kernel] }));
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
