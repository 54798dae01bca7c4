import { beforeAll, describe, expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { flatWeights } from './flat-weights.js';
import { optimizers } from './optimizers/optimizer-registry.js';
import { sharpGradients } from './sharp-gradients.js';
import { weightUpdater } from './weight-updater.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const curvature = [1, 0.3, 2];
const start = [1, -2, 0.5];
const [learningRate, rho] = [0.1, 0.5];

/** w ← w − η·k·(w + ρ·k·w / ‖k·w‖) on L = ½ Σ k·w², in double precision. */
function published(steps: number): number[] {
  let weights = [...start];
  for (let t = 0; t < steps; t++) {
    const g = weights.map((w, i) => (curvature[i] as number) * w);
    const norm = Math.hypot(...g);
    weights = weights.map(
      (w, i) => w - learningRate * (curvature[i] as number) * (w + (rho * (g[i] as number)) / norm),
    );
  }
  return weights;
}

describe('sharpGradients', () => {
  it('steps from the weights along the gradient at the worst point near them, and keeps the statistics', () => {
    const [matrix, bias] = [tf.variable(tf.tensor2d([start.slice(0, 2)])), tf.variable(tf.tensor1d(start.slice(2)))];
    const statistic = tf.variable(tf.scalar(0));
    const flat = flatWeights(tf, [matrix, bias]);
    const sgd = { optimizer: optimizers.get('sgd'), settings: { momentum: 0 }, weightDecay: 0, seed: 1 };
    const updater = weightUpdater(tf, flat, sgd);
    let passes = 0;
    const pass = () => {
      passes++;
      statistic.assign(tf.add(statistic, 1));
      const squares = () => {
        const terms = [tf.mul(tf.square(matrix), [curvature.slice(0, 2)]), tf.mul(tf.square(bias), curvature.slice(2))];
        return tf.div(tf.add(tf.sum(terms[0]!), tf.sum(terms[1]!)), 2) as never;
      };
      return tf.variableGrads(squares, [matrix, bias]).grads;
    };
    for (let step = 1; step <= 3; step++) {
      tf.tidy(() => {
        const gradients = sharpGradients(tf, { flat, statistics: [statistic], rho }, pass(), pass);
        updater.apply(gradients, learningRate, step);
      });
    }
    const weights = [...matrix.dataSync(), ...bias.dataSync()];
    expect(weights).toEqual(published(3).map((x) => expect.closeTo(x, 5)));
    expect(passes).toBe(6);
    // Of the three first passes only.
    expect(statistic.dataSync()[0]).toBe(3);
    updater.dispose();
    tf.dispose([matrix, bias, statistic]);
  });

  it('asks for something even where there is no gradient', () => {
    const weight = tf.variable(tf.tensor1d([1, 2]));
    const none = () => ({ [weight.name]: tf.tensor1d([0, 0]) });
    tf.tidy(() => {
      sharpGradients(tf, { flat: flatWeights(tf, [weight]), statistics: [], rho }, none(), none);
    });
    expect([...weight.dataSync()]).toEqual([1, 2]);
    weight.dispose();
  });
});
