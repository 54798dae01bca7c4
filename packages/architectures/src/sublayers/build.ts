import type { JsonObject } from '@cambium/core';
import type * as tfjs from '@tensorflow/tfjs';

/** The TensorFlow.js module, handed in so that its caller chooses which backends come with it. */
export type TensorFlow = typeof tfjs;

/** Where a block is built: its node's attributes and inputs, and names and seeds that belong to the node alone. */
export interface BuildSite<Attributes> {
  readonly tf: TensorFlow;
  readonly attributes: Attributes;
  /** The first of `inputs`. Reading it on a block without inputs throws. */
  readonly input: tfjs.SymbolicTensor;
  readonly inputs: readonly tfjs.SymbolicTensor[];
  /** Layer name: the node's id, with `part` after a slash where a block has several layers. */
  name(part?: string): string;
  /** A 31-bit seed for the initializer of this node's `part`. */
  seed(part: string): number;
}

/** The TensorFlow.js half of a block: makes the layers that its spec describes. */
export interface BlockBuilder<Attributes = JsonObject> {
  readonly name: string;
  build(site: BuildSite<Attributes>): tfjs.SymbolicTensor;
}

export function defineBuilder<Attributes>(builder: BlockBuilder<Attributes>): BlockBuilder {
  return builder as unknown as BlockBuilder;
}

export function apply(layer: tfjs.layers.Layer, input: tfjs.SymbolicTensor): tfjs.SymbolicTensor {
  // apply() of one symbolic tensor gives one; its declared type also covers tensors and lists.
  return layer.apply(input) as tfjs.SymbolicTensor;
}

/** Joins all inputs of the site by a layer that needs at least two; a single one is handed on under the layer's name. */
export function join<A>({ tf, inputs, input }: BuildSite<A>, layer: tfjs.layers.Layer): tfjs.SymbolicTensor {
  if (inputs.length === 1) return apply(tf.layers.activation({ name: layer.name, activation: 'linear' }), input);
  return layer.apply([...inputs]) as tfjs.SymbolicTensor;
}

/**
 * Batch norm with momentum 0.9: moving statistics forget their start (mean 0, variance 1) within about 50 steps. With
 * Keras' 0.99 more than a quarter of it would still be there after 125 steps, the first epoch of a small search, and
 * validation would judge the start, not the weights. Epsilon 1e-3 keeps a channel that is dead in one batch from
 * dividing by almost nothing.
 */
export function normalise<A>({ tf, name }: BuildSite<A>, input: tfjs.SymbolicTensor, part?: string) {
  return apply(tf.layers.batchNormalization({ name: name(part), momentum: 0.9, epsilon: 1e-3 }), input);
}

export const suffixed = (part: string | undefined, suffix: string) =>
  part === undefined ? suffix : `${part}-${suffix}`;

interface ConvolutionOptions {
  readonly part?: string;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation?: number;
  readonly norm: boolean;
  /** Without norm: true unless given. */
  readonly bias?: boolean;
}

/** A `same`-padded convolution, He-initialised; with `norm` batch norm follows and the bias, which it would undo, is left out. */
export function convolve<A>(
  site: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  { part, filters, kernel, norm, bias = true, ...grid }: ConvolutionOptions,
): tfjs.SymbolicTensor {
  const { tf, name, seed } = site;
  const { seen, strides, dilationRate } = onGrid(site, input, { part, ...grid });
  const layer = tf.layers.conv2d({
    name: name(part),
    filters,
    kernelSize: kernel,
    strides,
    dilationRate,
    padding: 'same',
    useBias: !norm && bias,
    kernelInitializer: tf.initializers.heNormal({ seed: seed(suffixed(part, 'kernel')) }),
  });
  const output = apply(layer, seen);
  return norm ? normalise(site, output, suffixed(part, 'norm')) : output;
}

/** One kernel per channel, then batch norm unless `norm` is false. */
export function depthwise<A>(
  site: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  { kernel, norm = true, ...grid }: { kernel: number; stride: number; dilation?: number; norm?: boolean },
): tfjs.SymbolicTensor {
  const { tf, name, seed } = site;
  const { seen, strides, dilationRate } = onGrid(site, input, { part: 'depthwise', ...grid });
  const layer = tf.layers.depthwiseConv2d({
    name: name('depthwise'),
    kernelSize: kernel,
    strides,
    dilationRate,
    padding: 'same',
    useBias: false,
    // He by hand: the built-in one counts all input channels as fan-in, where each output sees kernel² values.
    depthwiseInitializer: tf.initializers.truncatedNormal({
      mean: 0,
      stddev: Math.sqrt(2) / kernel,
      seed: seed('depthwise-kernel'),
    }),
  });
  const output = apply(layer, seen);
  return norm ? normalise(site, output, 'depthwise-norm') : output;
}

/** Where both are above 1 only pixels at multiples of the stride matter: those are taken first. */
function onGrid<A>(
  site: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  { part, stride, dilation = 1 }: { part: string | undefined; stride: number; dilation?: number },
) {
  if (stride === 1 || dilation === 1) return { seen: input, strides: stride, dilationRate: dilation };
  const seen = subsample(site, input, { stride, part: suffixed(part, 'subsample') });
  return { seen, strides: 1, dilationRate: dilation / stride };
}

/** Every `stride`-th pixel of both sides, from the first. */
export function subsample<A>(
  { tf, name }: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  { stride, part }: { stride: number; part?: string },
): tfjs.SymbolicTensor {
  return apply(tf.layers.maxPooling2d({ name: name(part), poolSize: 1, strides: stride, padding: 'same' }), input);
}
