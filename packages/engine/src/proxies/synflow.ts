import type { layers, Scalar, Tensor } from '@tensorflow/tfjs';
import { kernelWeights } from './kernel-weights.js';
import { readGradients } from './loss-gradients.js';
import type { Proxy, ProxyProblem } from './proxy.js';

/**
 * Powers of two that input and loss are divided by, one after the other until nothing overflows: the flow through a deep
 * network passes float32's 10³⁸. With both divided, up to 10⁹⁶ and some more can be measured.
 */
const scalings = [0, 60, 120] as const;

/**
 * log₁₀ of R = Σ |θ · ∂(Σ outputs)/∂θ| (Tanaka et al. 2020) of the network with |θ| for θ, on an image of ones, without batch norm. As a logarithm: flows
 * of real networks are numbers like 10⁴⁰.
 */
export const synflow: Proxy = {
  name: 'synflow',
  async measure(problem) {
    const restore = makePositive(problem);
    try {
      for (const scaling of scalings) {
        const flow = await flowOf(problem, scaling);
        if (Number.isFinite(flow)) return Math.log10(flow) + 2 * scaling * Math.log10(2);
      }
      return Number.NaN;
    } finally {
      restore();
    }
  },
};

/** Of a network that is divided twice by 2^scaling; summed in double precision. */
async function flowOf({ tf, model, images }: ProxyProblem, scaling: number): Promise<number> {
  const gradients = await readGradients(kernelWeights(model), (variables) =>
    tf.tidy(() => {
      const input = tf.mul(tf.ones([1, ...images.shape.slice(1)]), 2 ** -scaling);
      const flow = () => tf.mul(tf.sum(model.apply(input, { training: false }) as Tensor), 2 ** -scaling) as Scalar;
      const { grads } = tf.variableGrads(flow, variables);
      return variables.map((variable) => grads[variable.name] ?? tf.zerosLike(variable));
    }),
  );
  let sum = 0;
  for (const { weights, gradient } of gradients) {
    // `!`: both have the same length.
    for (let i = 0; i < weights.length; i++) sum += Math.abs(weights[i]! * gradient[i]!);
  }
  return sum;
}

/** Takes the absolute values of all weights and puts batch norm out of the way. Gives the way back. */
function makePositive({ tf, model }: ProxyProblem): () => void {
  const variables = kernelWeights(model);
  const before = variables.map((variable) => tf.clone(variable));
  for (const variable of variables) tf.tidy(() => variable.assign(tf.abs(variable)));
  const norms = model.layers.filter((layer) => layer.getClassName() === 'BatchNormalization');
  const calls = norms.map((layer) => layer.call);
  for (const layer of norms) layer.call = identity;
  return () => {
    variables.forEach((variable, i) => {
      // `!`, here and below: there is one for each.
      variable.assign(before[i]!);
      before[i]!.dispose();
    });
    norms.forEach((layer, i) => {
      layer.call = calls[i]!;
    });
  };
}

const identity: layers.Layer['call'] = (inputs) => {
  const input = Array.isArray(inputs) ? inputs[0] : inputs;
  // A layer hands out what is its own: its input's owner disposes of that.
  return (input as Tensor).clone();
};
