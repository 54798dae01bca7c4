import type { NamedTensorMap, Tensor, Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** A part of a flat vector that is one variable. */
export interface Segment {
  readonly size: number;
  /** A kernel or matrix, not a bias nor one of batch norm's vectors. */
  readonly matrix: boolean;
}

/** Trainable weights as one vector, in the order in which they were given. */
export interface FlatWeights {
  readonly size: number;
  readonly variables: readonly Variable[];
  readonly segments: readonly Segment[];
  /** 1 where weight decay applies: kernels and matrices, not biases nor batch norm's scales (He et al. 2019, 3.1). */
  decayMask(): Float32Array;
  gather(): Tensor1D;
  /** Gradients by variable name, as `variableGrads` gives them; zeros where there is none. */
  flatten(gradients: NamedTensorMap): Tensor1D;
  /** Writes a vector back into the variables. */
  assign(vector: Tensor1D): void;
}

export function flatWeights(tf: TensorFlow, variables: readonly Variable[]): FlatWeights {
  const segments = variables.map(({ rank, size }) => ({ size, matrix: rank > 1 }));
  const sizes = segments.map(({ size }) => size);
  const join = (tensors: readonly Tensor[]): Tensor1D =>
    tf.concat(
      tensors.map((tensor) => tf.reshape(tensor, [-1]) as Tensor1D),
      0,
    );
  return {
    size: sizes.reduce((sum, size) => sum + size, 0),
    variables,
    segments,
    decayMask: () =>
      Float32Array.from(segments.flatMap(({ matrix, size }) => new Array<number>(size).fill(matrix ? 1 : 0))),
    gather: () => tf.tidy(() => join(variables)),
    flatten: (gradients) =>
      tf.tidy(() => join(variables.map((variable) => gradients[variable.name] ?? tf.zerosLike(variable)))),
    assign: (vector) =>
      tf.tidy(() => {
        const parts = tf.split(vector, sizes);
        variables.forEach((variable, i) => variable.assign(tf.reshape(parts[i] as Tensor1D, variable.shape)));
      }),
  };
}
