import type { ImageShape, Rng } from '@cambium/core';
import type { Scalar, Tensor1D, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { flatWeights } from '../../training/flat-weights.js';
import { adam } from '../../training/optimizers/adam.js';
import { weightUpdater } from '../../training/weight-updater.js';
import { criticDistance, criticLoss } from './critic-loss.js';
import { criticNetwork } from './critic-network.js';

/** What tells augmented images from others, in training. Dispose of it. */
export interface Critic {
  score(images: Tensor4D): Tensor1D;
  /** One step, from 1; gives the distance before it. Uses as many of both as there are of the fewer. Call it in a tidy. */
  learn(images: { readonly real: Tensor4D; readonly augmented: Tensor4D }, step: number): Scalar;
  dispose(): void;
}

export interface CriticOptions {
  readonly shape: ImageShape;
  /** Of Adam without a first moment (Hataya et al. 2020). */
  readonly learningRate: number;
  readonly rng: Rng;
}

export function openCritic(tf: TensorFlow, { shape, learningRate, rng }: CriticOptions): Critic {
  const { variables, score, dispose } = criticNetwork(tf, shape, rng.fork('weights'));
  const settings = { momentum: 0, beta1: 0, beta2: 0.999 };
  const updater = weightUpdater(tf, flatWeights(tf, variables), { optimizer: adam, settings, weightDecay: 0, seed: 0 });
  return {
    score,
    learn({ real, augmented }, step) {
      const count = Math.min(real.shape[0], augmented.shape[0]);
      const first = (images: Tensor4D) =>
        images.shape[0] === count ? images : tf.slice(images, [0, 0, 0, 0], [count, ...shape]);
      const draw = rng.fork(`between/${step}`);
      const between = tf.tensor1d(Float32Array.from({ length: count }, () => draw.next()));
      const batch = { real: first(real), augmented: first(augmented), between };
      const distance = criticDistance(tf, score, batch);
      const { grads } = tf.variableGrads(() => criticLoss(tf, score, batch), [...variables]);
      updater.apply(grads, learningRate, step);
      return distance;
    },
    dispose() {
      updater.dispose();
      dispose();
    },
  };
}
