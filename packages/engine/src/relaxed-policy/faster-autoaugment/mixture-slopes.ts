import type { LayersModel, Scalar, Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/** What a policy is judged by. */
export interface MixtureJudges {
  readonly model: LayersModel;
  score(images: Tensor4D): Tensor1D;
  /** ε: what the classification counts. */
  readonly classWeight: number;
  /** Levels in [0, 255] as the networks' inputs. */
  normalize(pixels: Tensor4D): Tensor4D;
}

/** Augmented images on the device. */
export interface MixedTensors {
  /** Levels in [0, 255]. */
  readonly pixels: Tensor4D;
  /** Of each image the share of its partner's target in its own. */
  readonly shares: Tensor1D;
  readonly targets: Tensor2D;
  readonly partnerTargets: Tensor2D;
}

/**
 * The derivatives, by each level and each share, of what a policy minimises (Hataya et al. 2020, section 3): −mean score +
 * ε · mean cross-entropy. Call it in a tidy.
 */
export function mixtureSlopes(
  tf: TensorFlow,
  { model, score, classWeight, normalize }: MixtureJudges,
  { pixels, shares, targets, partnerTargets }: MixedTensors,
): { readonly pixels: Tensor; readonly shares: Tensor } {
  const difference = tf.sub(partnerTargets, targets);
  const loss = (levels: Tensor, share: Tensor): Scalar => {
    const inputs = normalize(levels as Tensor4D);
    const mixed = tf.add(targets, tf.mul(tf.reshape(share, [-1, 1]), difference));
    const logits = model.apply(inputs, { training: true }) as Tensor2D;
    const crossEntropy = tf.neg(tf.mean(tf.sum(tf.mul(mixed, tf.logSoftmax(logits)), 1)));
    return tf.sub(tf.mul(crossEntropy, classWeight), tf.mean(score(inputs)));
  };
  const [byPixel, byShare] = tf.grads(loss)([pixels, shares]) as [Tensor, Tensor];
  return { pixels: byPixel, shares: byShare };
}
