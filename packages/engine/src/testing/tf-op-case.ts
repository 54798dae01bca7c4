import type { OpCase } from '@cambium/testkit';
import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** An op case with the TensorFlow.js expression that it stands for. */
export interface TfOpCase extends OpCase {
  run(tf: TensorFlow, inputs: readonly Tensor[]): Tensor;
  /** Only where the backend has this kernel: an op that the engine itself brings. */
  readonly needs?: string;
}
