import type { Scalar, Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/** Gulrajani et al. 2017. */
const penaltyWeight = 10;

export interface CriticBatch {
  readonly real: Tensor4D;
  readonly augmented: Tensor4D;
  /** In [0, 1], one for each real image, of which the penalty looks that far towards it from the augmented one. */
  readonly between: Tensor1D;
}

type Score = (images: Tensor4D) => Tensor1D;

/** How much higher a critic scores real images than augmented ones, on average. Call it in a tidy. */
export function criticDistance(
  tf: TensorFlow,
  score: Score,
  { real, augmented }: Omit<CriticBatch, 'between'>,
): Scalar {
  return tf.sub(tf.mean(score(real)), tf.mean(score(augmented)));
}

/**
 * What a critic minimises by WGAN-GP (Gulrajani et al. 2017, algorithm 1): −distance + 10 · mean (‖∇ score‖₂ − 1)², the latter
 * between pairs of a real and an augmented image. Real and augmented images are as many. Call it in a tidy.
 */
export function criticLoss(tf: TensorFlow, score: Score, batch: CriticBatch): Scalar {
  const { real, augmented, between } = batch;
  const share = tf.reshape(between, [-1, 1, 1, 1]);
  const inputs = tf.add(augmented, tf.mul(share, tf.sub(real, augmented))) as Tensor4D;
  const gradient = tf.grad((images: Tensor) => tf.sum(score(images as Tensor4D)) as Scalar)(inputs);
  // A bit more than the square, whose root has no slope at 0.
  const norms = tf.sqrt(tf.add(tf.sum(tf.square(gradient), [1, 2, 3]), 1e-12));
  const penalty = tf.mean(tf.square(tf.sub(norms, 1)));
  return tf.sub(tf.mul(penalty, penaltyWeight), criticDistance(tf, score, batch));
}
