import { createRng } from '@cambium/core';
import type { LayersModel, layers, Tensor, Tensor1D, Tensor4D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { DropPath } from './drop-paths.js';

type Layer = layers.Layer;
type Call = Layer['call'];

interface LayerWeight {
  read(): Tensor;
  write(value: Tensor): unknown;
}

/** The fields of TensorFlow.js's batch norm layer that training needs; its class is not exported. */
interface BatchNormLayer {
  readonly axis: number;
  readonly epsilon: number;
  readonly momentum: number;
  readonly gamma?: LayerWeight;
  readonly beta?: LayerWeight;
  readonly movingMean: LayerWeight;
  readonly movingVariance: LayerWeight;
}

/** Where training is; masks of dropout and drop-path are drawn from it. */
export interface TrainingPlace {
  step: number;
}

export interface LayerOptions {
  readonly seed: number;
  readonly place: TrainingPlace;
  /** What layers that add their inputs drop of them, by the layers' names; nothing when absent. */
  readonly paths?: ReadonlyMap<string, DropPath>;
}

/**
 * Replaces what a model's layers do in training where TensorFlow.js's own way is slow or can't be repeated: batch norm
 * becomes the backend's fused kernel, where there is one, and dropout draws its masks from `seed`, the step and the
 * layer's name, where the stock layer uses either Math.random or the same mask at every step. Sums lose paths. What the model computes
 * otherwise, and what is saved of it, does not change.
 */
export function prepareLayers(tf: TensorFlow, model: LayersModel, options: LayerOptions): void {
  const { seed, place, paths } = options;
  const fused = tf.getKernel('BatchNormTraining', tf.getBackend()) !== undefined;
  for (const layer of model.layers) {
    if (layer.getClassName() === 'BatchNormalization' && fused) fuseBatchNorm(tf, layer);
    if (layer.getClassName() === 'Conv2D' && (isFirst(layer) || isDilated(layer))) separateGradients(tf, layer);
    if (layer.getClassName() === 'Dropout') seedDropout(tf, layer, { seed, place });
    const path = layer.getClassName() === 'Add' ? paths?.get(layer.name) : undefined;
    if (path !== undefined) dropInputs(tf, layer, { ...path, seed, place });
  }
}

function replaceCall(layer: Layer, inTraining: (input: Tensor) => Tensor): void {
  const stock: Call = layer.call.bind(layer);
  layer.call = (inputs, kwargs) => {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    return kwargs['training'] === true && input !== undefined ? inTraining(input) : stock(inputs, kwargs);
  };
}

function fuseBatchNorm(tf: TensorFlow, layer: Layer): void {
  const { axis, epsilon, momentum, gamma, beta, movingMean, movingVariance } = layer as unknown as BatchNormLayer;
  // The fused kernel normalises the last axis and needs both trainable vectors.
  if (axis !== -1 || gamma === undefined || beta === undefined) return;
  replaceCall(layer, (x) =>
    tf.tidy(() => {
      const inputs = { x, scale: gamma.read() as Variable, offset: beta.read() as Variable };
      const [y, mean, variance] = tf.engine().runKernel('BatchNormTraining', inputs, { epsilon }) as [
        Tensor,
        Tensor1D,
        Tensor1D,
      ];
      const follow = (moving: LayerWeight, value: Tensor1D) =>
        moving.write(tf.add(tf.mul(moving.read(), momentum), tf.mul(value, 1 - momentum)));
      follow(movingMean, mean);
      follow(movingVariance, variance);
      return y;
    }),
  );
}

/** The fields of a convolution layer; its class is not exported. */
interface ConvLayer {
  readonly kernel: LayerWeight;
  readonly bias: LayerWeight | null;
  readonly strides: [number, number];
  readonly dilationRate: number | [number, number];
  readonly padding: 'same' | 'valid';
  readonly activation: { apply(x: Tensor): Tensor } | null;
}

function isFirst({ input }: Layer): boolean {
  return !Array.isArray(input) && input.sourceLayer.getClassName() === 'InputLayer';
}

function isDilated(layer: Layer): boolean {
  return [(layer as unknown as ConvLayer).dilationRate].flat().some((rate) => rate > 1);
}

/**
 * The layer's fused operation always computes the gradient of its input too. For the first layer that is the gradient
 * of the images, which nobody needs and which is slow for few channels; the plain operation leaves it out. And it has no
 * gradient at all for a dilation, where the plain one has the engine's.
 */
function separateGradients(tf: TensorFlow, layer: Layer): void {
  const { kernel, bias, strides, dilationRate, padding, activation } = layer as unknown as ConvLayer;
  replaceCall(layer, (x) =>
    tf.tidy(() => {
      const y = tf.conv2d(x as Tensor4D, kernel.read() as Tensor4D, strides, padding, 'NHWC', dilationRate);
      const biased = bias === null || bias === undefined ? y : tf.add(y, bias.read());
      return activation === null || activation === undefined ? biased : activation.apply(biased);
    }),
  );
}

function seedDropout(tf: TensorFlow, layer: Layer, { seed, place }: { seed: number; place: TrainingPlace }): void {
  const { rate } = layer as unknown as { readonly rate: number };
  if (rate <= 0 || rate >= 1) return;
  const rng = createRng(seed).fork(layer.name);
  replaceCall(layer, (x) => {
    const draw = rng.fork(place.step);
    const keep = 1 / (1 - rate);
    const mask = Float32Array.from({ length: x.size }, () => (draw.next() < rate ? 0 : keep));
    return tf.mul(x, tf.tensor(mask, x.shape));
  });
}

/** Each image loses each input but one by chance, and what it keeps of those grows by as much (inverted dropout). */
function dropInputs(
  tf: TensorFlow,
  layer: Layer,
  { rate, kept, seed, place }: DropPath & { seed: number; place: TrainingPlace },
): void {
  const rng = createRng(seed).fork(layer.name);
  const stock: Call = layer.call.bind(layer);
  layer.call = (inputs, kwargs) => {
    if (kwargs['training'] !== true || !Array.isArray(inputs)) return stock(inputs, kwargs);
    const draw = rng.fork(place.step);
    return tf.tidy(() => {
      const masked = inputs.map((input, index) => {
        if (index === kept) return input;
        const [count, ...rest] = input.shape as [number, ...number[]];
        const mask = Float32Array.from({ length: count }, () => (draw.next() < rate ? 0 : 1 / (1 - rate)));
        return tf.mul(input, tf.tensor(mask, [count, ...rest.map(() => 1)]));
      });
      return stock(masked, kwargs);
    });
  };
}
