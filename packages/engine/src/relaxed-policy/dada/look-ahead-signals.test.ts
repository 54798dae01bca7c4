import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import { lookAheadSignals } from './look-ahead-signals.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const rng = createRng('linear');
const draw = (count: number) => Array.from({ length: count }, () => rng.normal());
const pixels = 5;
const train = { images: [draw(pixels), draw(pixels), draw(pixels)], targets: draw(3) };
const heldOut = { images: [draw(pixels), draw(pixels)], targets: draw(2) };
const weights = draw(pixels);
const rate = 0.3;

type Data = typeof train;

/** Half the mean squared error of a linear model, in double precision: each image's share of it, and the gradient by w. */
function linear({ images, targets }: Data, w: readonly number[]) {
  const errors = images.map((image, i) => image.reduce((sum, x, k) => sum + x * w[k]!, 0) - targets[i]!);
  return {
    losses: errors.map((error) => error ** 2 / 2 / images.length),
    gradient: w.map((_, k) => images.reduce((sum, image, i) => sum + (errors[i]! * image[k]!) / images.length, 0)),
  };
}

/** The held-out loss after one step on training images of which each counts `shares` and is lighter by `magnitudes`. */
function heldOutLoss(shares: readonly number[], magnitudes: readonly number[]): number {
  const images = train.images.map((image, i) => image.map((x) => x + magnitudes[i]!));
  const gradients = images.map(
    (image, i) => linear({ images: [image], targets: [train.targets[i]!] }, weights).gradient,
  );
  const stepped = weights.map(
    (w, k) => w - rate * gradients.reduce((sum, gradient, i) => sum + (shares[i]! * gradient[k]!) / images.length, 0),
  );
  return linear(heldOut, stepped).losses.reduce((sum, loss) => sum + loss, 0);
}

/** By central differences, of each of three numbers. */
function slopes(of: (values: readonly number[]) => number, at: readonly number[]): number[] {
  const moved = (i: number, by: number) => at.map((value, j) => value + (i === j ? by : 0));
  return at.map((_, i) => (of(moved(i, 1e-4)) - of(moved(i, -1e-4))) / 2e-4);
}

describe('the look-ahead signals of a linear model', () => {
  it('are within 1e-3 of what each image and its magnitude do to the held-out loss after the next step', () => {
    const tensors = ({ images, targets }: Data) => ({ x: tf.tensor2d(images), y: tf.tensor1d(targets) });
    const lossesOf = (x: Tensor, y: Tensor1D, w: Tensor1D) =>
      tf.div(
        tf.square(tf.sub(tf.squeeze(tf.matMul(x as Tensor2D, tf.reshape(w, [pixels, 1]) as Tensor2D)), y)),
        2 * y.size,
      );
    let assigned = tf.tensor1d(weights);
    const gradientOn = (data: Data) => {
      const { x, y } = tensors(data);
      return tf.grad((w) => tf.sum(lossesOf(x, y, w as Tensor1D)) as Scalar)(assigned) as Tensor1D;
    };
    const [losses, pixelSums] = tf.tidy(() => {
      const signals = lookAheadSignals(
        tf,
        {
          weights: () => assigned,
          assign: (next) => {
            assigned = next;
          },
          trainGradient: () => gradientOn(train),
          heldOutGradient: () => gradientOn(heldOut),
          trainSignals() {
            const { x, y } = tensors(train);
            const { value, grad } = tf.valueAndGrad((images) => lossesOf(images, y, assigned))(x, tf.ones([3]));
            return { losses: value as Tensor1D, pixelSums: tf.sum(grad, 1) };
          },
        },
        rate,
      );
      return [[...signals.losses.dataSync()], [...signals.pixelSums.dataSync()]];
    }) as unknown as [number[], number[]];

    // A share of an image's loss scales its gradient, so its derivative is what the image's loss along v stands for.
    const byShare = slopes((shares) => heldOutLoss(shares, [0, 0, 0]), [1, 1, 1]);
    const byMagnitude = slopes((magnitudes) => heldOutLoss([1, 1, 1], magnitudes), [0, 0, 0]);
    const size = (values: readonly number[]) => Math.hypot(...values);
    byShare.forEach((exact, i) => expect(Math.abs(losses[i]! - exact) / size(byShare)).toBeLessThan(1e-3));
    byMagnitude.forEach((exact, i) => expect(Math.abs(pixelSums[i]! - exact) / size(byMagnitude)).toBeLessThan(1e-3));
  });
});
