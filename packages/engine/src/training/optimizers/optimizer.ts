import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/** One step's inputs. All vectors are flat: every trainable weight of the network, one after the other. */
export interface UpdateInput {
  readonly weights: Tensor1D;
  readonly gradient: Tensor1D;
  /** What the optimizer remembers, zeros before the first step. */
  readonly slots: readonly Tensor1D[];
  readonly learningRate: number;
  /** From 1. */
  readonly step: number;
  /** In [0, 1). */
  readonly momentum: number;
}

export interface UpdateOutput {
  readonly weights: Tensor1D;
  readonly slots: readonly Tensor1D[];
}

/**
 * How weights follow gradients. One flat vector keeps the number of tensor operations, which dominate small networks on
 * WASM, independent of the number of layers.
 */
export interface Optimizer {
  readonly name: string;
  readonly summary: string;
  /** How many vectors it remembers. */
  readonly slots: number;
  /** True: weight decay is subtracted from the weights, scaled by the rate. False: added to the gradient (L2). */
  readonly decoupledDecay: boolean;
  /** Runs inside a tidy: what it returns is kept. */
  update(tf: TensorFlow, input: UpdateInput): UpdateOutput;
}
