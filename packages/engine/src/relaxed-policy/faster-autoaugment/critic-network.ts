import type { ImageShape, Rng } from '@cambium/core';
import type { Tensor, Tensor1D, Tensor2D, Tensor4D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/** A network that gives each image a number. Dispose of it. */
export interface CriticNetwork {
  readonly variables: readonly Variable[];
  /** Call it in a tidy. Twice differentiable. */
  score(images: Tensor4D): Tensor1D;
  dispose(): void;
}

const channels = [16, 32, 64];
/** Of a leaky ReLU below 0. */
const slope = 0.2;

/**
 * Three convolutions with stride 2 and leaky ReLUs, then one dense unit: nothing but what TensorFlow.js can differentiate twice,
 * which a gradient penalty needs. No norm either: it would have one image's gradient depend on others (Gulrajani et al. 2017,
 * section 4).
 */
export function criticNetwork(tf: TensorFlow, [height, width, inputs]: ImageShape, rng: Rng): CriticNetwork {
  const after = (size: number) => channels.reduce((side) => Math.ceil(side / 2), size);
  const features = after(height) * after(width) * (channels.at(-1) as number);
  const layers = channels.map((outputs, i) => ({
    kernel: drawn(tf, [3, 3, channels[i - 1] ?? inputs, outputs], rng),
    bias: tf.tidy(() => tf.variable(tf.zeros([outputs]))),
  }));
  const dense = drawn(tf, [features, 1], rng);
  const variables = [...layers.flatMap(({ kernel, bias }) => [kernel, bias]), dense];
  // Not by tf.relu: its gradient is a kernel of its own on some backends, which has none.
  const leaky = (x: Tensor) => tf.mul(x, tf.add(tf.mul(tf.step(x), 1 - slope), slope));
  return {
    variables,
    score(images) {
      const [count] = images.shape;
      const last = layers.reduce(
        (x, { kernel, bias }) =>
          leaky(tf.add(tf.conv2d(x, kernel as Variable & Tensor4D, 2, 'same'), bias)) as Tensor4D,
        images,
      );
      const scores = tf.matMul(tf.reshape(last, [count, features]) as Tensor2D, dense as Variable & Tensor2D);
      return tf.reshape(scores, [count]) as Tensor1D;
    },
    dispose: () => tf.dispose(variables as Variable[]),
  };
}

/** He et al. 2015: deviation √(2 / inputs of a unit). */
function drawn(tf: TensorFlow, shape: number[], rng: Rng): Variable {
  const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => rng.normal() * Math.sqrt(2 / fanIn));
  return tf.tidy(() => tf.variable(tf.tensor(values, shape)));
}
