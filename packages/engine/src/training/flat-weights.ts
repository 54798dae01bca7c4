import type { NamedTensorMap, Tensor, Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Trainable weights as one vector, in the order in which they were given. */
export interface FlatWeights {
  readonly size: number;
  readonly variables: readonly Variable[];
  /** 1 where weight decay applies: kernels and matrices, not biases nor batch norm's scales (He et al. 2019, 3.1). */
  decayMask(): Float32Array;
  gather(): Tensor1D;
  /** Gradients by variable name, as `variableGrads` gives them; zeros where there is none. */
  flatten(gradients: NamedTensorMap): Tensor1D;
  /** Writes a vector back into the variables. */
  assign(vector: Tensor1D): void;
}

export function flatWeights(tf: TensorFlow, variables: readonly Variable[]): FlatWeights {
  const sizes = variables.map((variable) => variable.size);
  const join = (tensors: readonly Tensor[]): Tensor1D =>
    tf.concat(
      tensors.map((tensor) => tf.reshape(tensor, [-1]) as Tensor1D),
      0,
    );
  return {
    size: sizes.reduce((sum, size) => sum + size, 0),
    variables,
    decayMask: () =>
      Float32Array.from(variables.flatMap(({ rank, size }) => new Array<number>(size).fill(rank > 1 ? 1 : 0))),
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
