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

/**
 * Batch norm with momentum 0.9: moving statistics forget their start (mean 0, variance 1) within about 50 steps. With
 * Keras' 0.99 more than a quarter of it would still be there after 125 steps, the first epoch of a small search, and
 * validation would judge the start, not the weights. Epsilon 1e-3 keeps a channel that is dead in one batch from
 * dividing by almost nothing.
 */
function normalise<A>({ tf, name }: BuildSite<A>, input: tfjs.SymbolicTensor, part: string) {
  return apply(tf.layers.batchNormalization({ name: name(part), momentum: 0.9, epsilon: 1e-3 }), input);
}

const suffixed = (part: string | undefined, suffix: string) => (part === undefined ? suffix : `${part}-${suffix}`);

/** A `same`-padded convolution, He-initialised; with `norm` batch norm follows and the bias, which it would undo, is left out. */
export function convolve<A>(
  site: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  options: { part?: string; filters: number; kernel: number; stride: number; norm: boolean },
): tfjs.SymbolicTensor {
  const { part, filters, kernel, stride, norm } = options;
  const { tf, name, seed } = site;
  const layer = tf.layers.conv2d({
    name: name(part),
    filters,
    kernelSize: kernel,
    strides: stride,
    padding: 'same',
    useBias: !norm,
    kernelInitializer: tf.initializers.heNormal({ seed: seed(suffixed(part, 'kernel')) }),
  });
  const output = apply(layer, input);
  return norm ? normalise(site, output, suffixed(part, 'norm')) : output;
}

/** One kernel per channel, then batch norm. */
export function depthwise<A>(
  site: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  { kernel, stride }: { kernel: number; stride: number },
): tfjs.SymbolicTensor {
  const { tf, name, seed } = site;
  const layer = tf.layers.depthwiseConv2d({
    name: name('depthwise'),
    kernelSize: kernel,
    strides: stride,
    padding: 'same',
    useBias: false,
    // He by hand: the built-in one counts all input channels as fan-in, where each output sees kernel² values.
    depthwiseInitializer: tf.initializers.truncatedNormal({
      mean: 0,
      stddev: Math.sqrt(2) / kernel,
      seed: seed('depthwise-kernel'),
    }),
  });
  return normalise(site, apply(layer, input), 'depthwise-norm');
}

export function activate<A>(
  { tf, name }: BuildSite<A>,
  input: tfjs.SymbolicTensor,
  activation: 'relu' | 'none',
  part?: string,
): tfjs.SymbolicTensor {
  if (activation === 'none') return input;
  return apply(tf.layers.activation({ name: name(suffixed(part, activation)), activation }), input);
}
