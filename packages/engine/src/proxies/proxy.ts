import type { LayersModel, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** An untrained network and some labelled images. */
export interface ProxyProblem {
  readonly tf: TensorFlow;
  /** Freshly initialised, without dropout. A proxy leaves its trainable weights as they were. */
  readonly model: LayersModel;
  /** Normalised, as in training. */
  readonly images: Tensor4D;
  /** One row for each image, 1 at its class. */
  readonly targets: Tensor2D;
  /** {@link lossGradients} at the first weights, computed once for all proxies that look at them. */
  gradients(): Promise<readonly KernelGradient[]>;
}

/** A kernel's weights and the gradient of the loss by them. */
export interface KernelGradient {
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
}

/** A score of a network before any training; more is better. */
export interface Proxy {
  readonly name: string;
  /** NaN or ±Infinity where the network has no such score: its outputs ignore its input, say. */
  measure(problem: ProxyProblem): Promise<number>;
}
