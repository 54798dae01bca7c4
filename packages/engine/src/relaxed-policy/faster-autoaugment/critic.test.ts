import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor1D, Tensor4D } from '@tensorflow/tfjs';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import { openCritic } from './critic.js';
import { type CriticBatch, criticDistance, criticLoss } from './critic-loss.js';
import { criticNetwork } from './critic-network.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const rng = createRng('critic images');
const drawn = (count: number, shift = 0) => Float32Array.from({ length: count }, () => shift + rng.normal());
const shape = [8, 8, 2] as const;
const [real, augmented] = [drawn(4 * 128), drawn(4 * 128, 0.5)];
const batchOf = (): CriticBatch => ({
  real: tf.tensor4d(real, [4, ...shape]),
  augmented: tf.tensor4d(augmented, [4, ...shape]),
  between: tf.tensor1d([0, 0.3, 0.6, 1]),
});

describe('criticLoss', () => {
  it('has the gradient that finite differences have, penalty and all', () => {
    const before = tf.memory().numTensors;
    const { variables, score, dispose } = criticNetwork(tf, shape, createRng('critic'));
    tf.tidy(() => {
      const batch = batchOf();
      const lossOf = () => criticLoss(tf, score, batch);
      const { grads } = tf.variableGrads(lossOf, [...variables]);
      expect(Object.keys(grads)).toHaveLength(7);
      for (const variable of variables) {
        const exact = grads[variable.name]?.dataSync() ?? [];
        const values = variable.dataSync();
        const moved = (to: Float32Array) => {
          variable.assign(tf.tensor(to, variable.shape));
          return lossOf().dataSync()[0] as number;
        };
        // Along the gradient itself, where float32 tells the most.
        const norm = Math.hypot(...exact);
        const along = (by: number) =>
          values.map((value, i) => value + (by * (exact[i] as number)) / norm) as Float32Array;
        const slope = (moved(along(1e-3)) - moved(along(-1e-3))) / 2e-3;
        moved(values as Float32Array);
        expect(Math.abs(slope - norm) / norm).toBeLessThan(0.02);
      }
    });
    dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is the penalty alone where all images are alike: ten times the square of how far the slope is from 1', () => {
    tf.tidy(() => {
      const images = tf.tensor4d(real, [4, ...shape]);
      const slope = tf.tensor4d(drawn(128), [1, ...shape]);
      const score = (each: Tensor4D) => tf.sum(tf.mul(each, slope), [1, 2, 3]) as Tensor1D;
      const loss = criticLoss(tf, score, { real: images, augmented: images, between: tf.ones([4]) });
      const norm = Math.hypot(...slope.dataSync());
      expect(loss.dataSync()[0]! / (10 * (norm - 1) ** 2)).toBeCloseTo(1, 4);
    });
  });
});

describe('a critic', () => {
  it('learns to tell images, by scores that hardly differ more than the images do', () => {
    const critic = openCritic(tf, { shape, learningRate: 3e-3, rng: createRng('critic') });
    const batch = batchOf();
    const start = tf.memory().numTensors;
    const distanceNow = () => tf.tidy(() => criticDistance(tf, critic.score, batch).dataSync()[0] as number);
    const before = distanceNow();
    for (let step = 1; step <= 60; step++) {
      tf.tidy(() => {
        critic.learn(batch, step);
      });
    }
    const after = distanceNow();
    expect(after).toBeGreaterThan(before + 1);
    // By slopes of about 1, with half as much again for what the penalty leaves.
    const apart = tf.tidy(() => {
      const squares = tf.sum(tf.square(tf.sub(batch.real, batch.augmented)), [1, 2, 3]);
      return tf.mean(tf.sqrt(squares)).dataSync()[0] as number;
    });
    expect(after).toBeLessThan(1.5 * apart);
    expect(tf.memory().numTensors).toBe(start);
    critic.dispose();
    tf.dispose([batch.real, batch.augmented, batch.between]);
  });
});
