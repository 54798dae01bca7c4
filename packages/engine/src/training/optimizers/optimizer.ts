import type { TrainingProcedure } from '@cambium/core';
import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { Segment } from '../flat-weights.js';

/** What a procedure says about its optimizer; what it does not say has the optimizer's own default. */
export type OptimizerSettings = Pick<TrainingProcedure, 'momentum' | 'beta1' | 'beta2' | 'epsilon' | 'updateRule'>;

/** One step's inputs. All vectors are flat: every trainable weight of the network, one after the other. */
export interface UpdateInput {
  readonly weights: Tensor1D;
  readonly gradient: Tensor1D;
  /** What the optimizer remembers, zeros before the first step. */
  readonly slots: readonly Tensor1D[];
  readonly learningRate: number;
  /** From 1. */
  readonly step: number;
  readonly settings: OptimizerSettings;
  /** Which parts of the vectors are one layer's. */
  readonly segments: readonly Segment[];
  /** Weight decay of every weight; only for optimizers that take it into their direction, absent where there is none. */
  readonly decay?: Tensor1D;
  /** Of this step's noise, for rules that add some. */
  readonly seed: number;
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
  /**
   * What weight decay is added to: `gradient` (L2), `weights` (decoupled: they shrink by the rate times the decay), or the
   * `direction`, by the optimizer itself.
   */
  readonly weightDecay: 'gradient' | 'weights' | 'direction';
  /** Runs inside a tidy: what it returns is kept, so it may not be one of the inputs. */
  update(tf: TensorFlow, input: UpdateInput): UpdateOutput;
}
