import type { layers, SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import { factor, logDeterminant } from './factor.js';
import type { Proxy, ProxyProblem } from './proxy.js';

/**
 * Each image has a binary code: which ReLUs are on. K counts, for each two images, those that are both on or both off;
 * networks that tell images apart have a large log|K|. −Infinity where two images have the same code
 * (Mellor et al. 2021).
 */
export const naswot: Proxy = {
  name: 'naswot',
  async measure(problem) {
    const size = problem.images.shape[0];
    const lower = factor(await agreements(problem), size);
    return lower === undefined ? Number.NEGATIVE_INFINITY : logDeterminant(lower, size);
  },
};

/** Σ over the ReLU layers of x·xᵀ + (1 − x)·(1 − x)ᵀ; all 0 where there is none. Counts below 2²⁴ are exact. */
async function agreements({ tf, model, images }: ProxyProblem): Promise<Float64Array> {
  const count = images.shape[0];
  const sum = new Float64Array(count * count);
  const outputs = model.layers.filter(isRelu).map((layer) => layer.output as SymbolicTensor);
  if (outputs.length === 0) return sum;
  const codes = tf.tidy(() => {
    const observed = tf.model({ inputs: model.inputs, outputs });
    const values = observed.apply(images, { training: true }) as Tensor | Tensor[];
    return [values].flat().map((value) => {
      const on = tf.step(tf.reshape(value, [count, -1]));
      const off = tf.sub(1, on);
      return tf.add(tf.matMul(on, on, false, true), tf.matMul(off, off, false, true));
    });
  });
  for (const code of codes) {
    const values = await code.data<'float32'>();
    code.dispose();
    // `!`: both have a number for each two images.
    for (let i = 0; i < sum.length; i++) sum[i]! += values[i]!;
  }
  return sum;
}

function isRelu(layer: layers.Layer): boolean {
  const className = layer.getClassName();
  if (className === 'ReLU') return true;
  const activation = layer.getConfig()['activation'];
  return className === 'Activation' && (activation === 'relu' || activation === 'relu6');
}
