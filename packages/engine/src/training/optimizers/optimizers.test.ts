import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import { optimizers } from './optimizer-registry.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

/** Three steps on L = ½ Σ k·w² from the published update rules, in double precision. */
const rules: Record<string, (w: number, k: number) => number> = {
  sgd: (w, k) => heavyBall(w, k, false),
  momentum: (w, k) => heavyBall(w, k, false),
  nesterov: (w, k) => heavyBall(w, k, true),
  adam: adamRule,
  adamw: adamRule,
};
const learningRate = 0.1;
const mu = 0.9;

function heavyBall(start: number, k: number, nesterov: boolean): number {
  let [w, v] = [start, 0];
  for (let t = 1; t <= 3; t++) {
    const g = k * w;
    v = mu * v + g;
    w -= learningRate * (nesterov ? g + mu * v : v);
  }
  return w;
}

function adamRule(start: number, k: number): number {
  let [w, m, v] = [start, 0, 0];
  for (let t = 1; t <= 3; t++) {
    const g = k * w;
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    w -= (learningRate * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
  }
  return w;
}

describe('optimizers', () => {
  it.each(optimizers.names)('%s follows its published rule', async (name) => {
    const optimizer = optimizers.get(name);
    const start = [1, -2, 0.5];
    const curvature = [1, 0.3, 2];
    const weights = tf.tidy(() => {
      let w = tf.tensor1d(start);
      let slots: readonly Tensor1D[] = Array.from({ length: optimizer.slots }, () => tf.zeros([3]) as Tensor1D);
      for (let step = 1; step <= 3; step++) {
        const gradient = tf.mul(w, tf.tensor1d(curvature)) as Tensor1D;
        ({ weights: w, slots } = optimizer.update(tf, {
          weights: w,
          gradient,
          slots,
          learningRate,
          step,
          momentum: mu,
        }));
      }
      return w;
    });
    const rule = rules[name];
    if (rule === undefined) throw new Error(`no reference for ${name}: add its rule here`);
    const expected = start.map((w, i) => rule(w, curvature[i] as number));
    expect([...(await weights.data())]).toEqual(expected.map((x) => expect.closeTo(x, 5)));
    weights.dispose();
  });
});
