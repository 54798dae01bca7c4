import type { Scalar, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';
import { kernelWeights } from './kernel-weights.js';
import type { KernelGradient, ProxyProblem } from './proxy.js';

/** Of the mean cross-entropy on the problem's images, with the batch's own statistics in batch norm. */
export function lossGradients({
  tf,
  model,
  images,
  targets,
}: Omit<ProxyProblem, 'gradients'>): Promise<KernelGradient[]> {
  return readGradients(kernelWeights(model), (variables) =>
    tf.tidy(() => {
      const loss = () => softCrossEntropy(tf, model.apply(images, { training: true }) as Tensor2D, targets);
      const { grads } = tf.variableGrads(loss as () => Scalar, variables);
      return variables.map((variable) => grads[variable.name] ?? tf.zerosLike(variable));
    }),
  );
}

/** Reads weights and the gradients that `differentiate` gives for them, and disposes of the gradients. */
export async function readGradients(
  variables: Variable[],
  differentiate: (variables: Variable[]) => Tensor[],
): Promise<KernelGradient[]> {
  const gradients = differentiate(variables);
  const read = async (tensor: Tensor) => Float32Array.from(await tensor.data<'float32'>());
  try {
    return await Promise.all(
      variables.map(async (variable, i) => ({
        weights: await read(variable),
        // `!`: there is one for each variable.
        gradient: await read(gradients[i]!),
      })),
    );
  } finally {
    for (const gradient of gradients) gradient.dispose();
  }
}
