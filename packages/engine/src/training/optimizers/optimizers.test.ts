import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import { powerSign } from '../../testing/small-problem.js';
import type { OptimizerSettings } from './optimizer.js';
import { optimizers } from './optimizer-registry.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

/** One weight's update from its gradient in step t, with a memory of its own: the published rules, in double precision. */
type Rule = (g: number, t: number, memory: { m: number; v: number }) => number;

const learningRate = 0.1;
const mu = 0.9;

const heavyBall: Rule = (g, _, memory) => {
  memory.v = mu * memory.v + g;
  return memory.v;
};

const adaptive =
  (beta1: number, beta2: number, epsilon: number): Rule =>
  (g, t, memory) => {
    memory.m = beta1 * memory.m + (1 - beta1) * g;
    memory.v = beta2 * memory.v + (1 - beta2) * g * g;
    return memory.m / (1 - beta1 ** t) / (Math.sqrt(memory.v / (1 - beta2 ** t)) + epsilon);
  };

const rootMeanSquare =
  (rho: number, epsilon: number): Rule =>
  (g, _, memory) => {
    memory.v = rho * memory.v + (1 - rho) * g * g;
    memory.m = mu * memory.m + g / (Math.sqrt(memory.v) + epsilon);
    return memory.m;
  };

const evolvedSign =
  (beta1: number, beta2: number): Rule =>
  (g, _, memory) => {
    const direction = Math.sign(beta1 * memory.m + (1 - beta1) * g);
    memory.m = beta2 * memory.m + (1 - beta2) * g;
    return direction;
  };

const rules: Record<string, Rule> = {
  sgd: heavyBall,
  momentum: heavyBall,
  nesterov: (g, t, memory) => g + mu * heavyBall(g, t, memory),
  adam: adaptive(0.9, 0.999, 1e-8),
  adamw: adaptive(0.9, 0.999, 1e-8),
  lamb: adaptive(0.9, 0.999, 1e-6),
  rmsprop: rootMeanSquare(0.9, 1e-8),
  lion: evolvedSign(0.9, 0.99),
  'update-rule': (g, _, memory) => {
    memory.m = 0.9 * memory.m + 0.1 * g;
    return g * Math.exp(Math.sign(g) * Math.sign(memory.m));
  },
};

/** A matrix, a vector and a matrix of zeros; the loss is ½ Σ k·(w − goal)². */
const segments = [
  { size: 2, matrix: true },
  { size: 1, matrix: false },
  { size: 2, matrix: true },
];
const start = [1, -2, 0.5, 0, 0];
const curvature = [1, 0.3, 2, 1, 2];
const goal = [0, 0, 0, 1, 1];

/** The three steps that `rule` takes; `scale` gives each segment's length of step. */
function descend(rule: Rule, scale: (w: number[], direction: number[], matrix: boolean) => number = () => 1): number[] {
  const memories = start.map(() => ({ m: 0, v: 0 }));
  let weights = [...start];
  for (let t = 1; t <= 3; t++) {
    const directions = weights.map((w, i) =>
      rule((w - (goal[i] as number)) * (curvature[i] as number), t, memories[i] as { m: number; v: number }),
    );
    let from = 0;
    const next: number[] = [];
    for (const { size, matrix } of segments) {
      const [w, d] = [weights.slice(from, from + size), directions.slice(from, from + size)];
      next.push(...w.map((value, i) => value - learningRate * scale(w, d, matrix) * (d[i] as number)));
      from += size;
    }
    weights = next;
  }
  return weights;
}

const length = (x: readonly number[]) => Math.hypot(...x);

/** φ(‖w‖) / ‖direction‖ with φ the identity, for matrices that are not zero. */
const toLayer = (w: number[], d: number[], matrix: boolean) =>
  matrix && length(w) > 0 && length(d) > 0 ? length(w) / length(d) : 1;

async function trained(name: string, settings: OptimizerSettings, decay?: readonly number[]): Promise<number[]> {
  const optimizer = optimizers.get(name);
  const weights = tf.tidy(() => {
    let w = tf.tensor1d(start);
    let slots: readonly Tensor1D[] = Array.from({ length: optimizer.slots }, () => tf.zeros([5]) as Tensor1D);
    for (let step = 1; step <= 3; step++) {
      const gradient = tf.mul(tf.sub(w, tf.tensor1d(goal)), tf.tensor1d(curvature)) as Tensor1D;
      const input = { weights: w, gradient, slots, learningRate, step, settings, segments, seed: 1 };
      const decayed = decay === undefined ? input : { ...input, decay: tf.tensor1d([...decay]) };
      ({ weights: w, slots } = optimizer.update(tf, decayed));
    }
    return w;
  });
  const values = [...(await weights.data())];
  weights.dispose();
  return values;
}

const close = (values: readonly number[]) => values.map((x) => expect.closeTo(x, 5));

describe('optimizers', () => {
  it.each(optimizers.names)('%s follows its published rule', async (name) => {
    const rule = rules[name];
    if (rule === undefined) throw new Error(`no reference for ${name}: add its rule here`);
    expect(await trained(name, { momentum: mu, updateRule: powerSign })).toEqual(
      close(descend(rule, name === 'lamb' ? toLayer : () => 1)),
    );
  });

  it.each([
    ['adam', { momentum: mu, beta1: 0.5, beta2: 0.9, epsilon: 0.1 }, adaptive(0.5, 0.9, 0.1)],
    ['rmsprop', { momentum: mu, beta2: 0.99, epsilon: 0.1 }, rootMeanSquare(0.99, 0.1)],
    ['lion', { momentum: mu, beta1: 0.2, beta2: 0.5 }, evolvedSign(0.2, 0.5)],
  ])('%s takes other coefficients', async (name, settings, rule) => {
    expect(await trained(name, settings)).toEqual(close(descend(rule)));
  });

  it('lamb takes weight decay into the direction that it scales', async () => {
    const adam = adaptive(0.9, 0.999, 1e-6);
    const decay = [0.5, 0.5, 0, 0.5, 0.5];
    const memories = start.map(() => ({ m: 0, v: 0 }));
    let weights = [...start];
    for (let t = 1; t <= 3; t++) {
      const directions = weights.map((w, i) => {
        const g = (w - (goal[i] as number)) * (curvature[i] as number);
        return adam(g, t, memories[i] as { m: number; v: number }) + (decay[i] as number) * w;
      });
      const ratio = (from: number) => toLayer(weights.slice(from, from + 2), directions.slice(from, from + 2), true);
      const ratios = [ratio(0), ratio(0), 1, ratio(3), ratio(3)];
      weights = weights.map((w, i) => w - learningRate * (ratios[i] as number) * (directions[i] as number));
    }
    expect(await trained('lamb', { momentum: mu }, decay)).toEqual(close(weights));
  });
});
