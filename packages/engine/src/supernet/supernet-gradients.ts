import type { NamedTensorMap, Scalar, Tensor1D, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';
import type { BatchTensors } from './batch-tensors.js';
import type { Selection } from './selection.js';
import type { Supernet } from './supernet.js';

export interface LossAndGradients {
  readonly loss: Scalar;
  /** By variable name; none for what the selection does not go through. */
  readonly gradients: NamedTensorMap;
}

/** Gradients of a batch's cross-entropy, or of what `loss` makes of it, for some variables. Call it in a tidy. */
export function supernetGradients(
  tf: TensorFlow,
  supernet: Supernet,
  { inputs, targets }: BatchTensors,
  of: {
    readonly selection: () => Selection;
    readonly variables: readonly Variable[];
    loss?(crossEntropy: Scalar): Scalar;
  },
): LossAndGradients {
  const { value, grads } = tf.variableGrads(() => {
    const crossEntropy = softCrossEntropy(tf, supernet.run(inputs, of.selection()), targets);
    return of.loss === undefined ? crossEntropy : of.loss(crossEntropy);
  }, [...of.variables]);
  return { loss: value, gradients: grads };
}

/** The architecture weights as a variable, for as long as a gradient takes. */
export function withAlpha<T>(tf: TensorFlow, alpha: ArrayLike<number>, work: (variable: Variable) => T): T {
  const variable = tf.variable(tf.tensor1d(Float32Array.from(alpha)));
  try {
    return work(variable);
  } finally {
    variable.dispose();
  }
}

export function gradientOf(tf: TensorFlow, gradients: NamedTensorMap, variable: Variable): Tensor1D {
  return (gradients[variable.name] ?? tf.zerosLike(variable)) as Tensor1D;
}
