import type { Variable } from '@tensorflow/tfjs';
import { kernelWeights } from './kernel-weights.js';
import { lossGradients } from './loss-gradients.js';
import type { KernelGradient, Proxy, ProxyProblem } from './proxy.js';

/** Length of the step for finite differences, as in DARTS (Liu et al. 2019, footnote 2). */
const stepLength = 0.01;

/**
 * −Σ weight · (Hessian · gradient) (Wang et al. 2020). TensorFlow.js has no second derivative of convolutions, so the product is the central
 * difference of two gradients along the gradient.
 */
export const grasp: Proxy = {
  name: 'grasp',
  async measure(problem) {
    const here = await problem.gradients();
    const norm = Math.sqrt(
      here.reduce((sum, { gradient }) => sum + gradient.reduce((squares, slope) => squares + slope * slope, 0), 0),
    );
    if (norm === 0) return 0;
    const step = stepLength / norm;
    const variables = kernelWeights(problem.model);
    try {
      const ahead = await gradientsAt(problem, variables, here, step);
      const behind = await gradientsAt(problem, variables, here, -step);
      let sum = 0;
      for (const [index, { weights }] of here.entries()) {
        // `!`, here and below: all have the same kernels.
        const [after, before] = [ahead[index]!.gradient, behind[index]!.gradient];
        for (let i = 0; i < weights.length; i++) sum += weights[i]! * (after[i]! - before[i]!);
      }
      return -sum / (2 * step);
    } finally {
      moveTo(problem, variables, here, 0);
    }
  },
};

function gradientsAt(
  problem: ProxyProblem,
  variables: readonly Variable[],
  here: readonly KernelGradient[],
  step: number,
): Promise<KernelGradient[]> {
  moveTo(problem, variables, here, step);
  return lossGradients(problem);
}

function moveTo(
  { tf }: ProxyProblem,
  variables: readonly Variable[],
  here: readonly KernelGradient[],
  step: number,
): void {
  for (const [index, variable] of variables.entries()) {
    const { weights, gradient } = here[index]!;
    const moved = step === 0 ? weights : weights.map((weight, i) => weight + step * gradient[i]!);
    tf.tidy(() => variable.assign(tf.tensor(moved, variable.shape)));
  }
}
