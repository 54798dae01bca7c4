import type { Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs';
import { batchMaker } from '../../batches/prepare-batch.js';
import { batchTensors } from '../../supernet/batch-tensors.js';
import { classifierGradients } from '../classifier-gradients.js';
import { openPolicyNetwork } from '../policy-network.js';
import type { PolicySearch } from '../policy-search.js';
import type { FasterAutoAugmentLearning, PolicySearchOptions } from '../policy-search-options.js';
import { openCritic } from './critic.js';
import { mixedBatches } from './mixed-batches.js';
import { mixtureLearner } from './mixture-learner.js';
import { mixtureSlopes } from './mixture-slopes.js';

/**
 * Faster AutoAugment (Hataya et al. 2020): a policy is learnt that makes images which a critic can't tell from others, and which
 * a network that is trained on those still gets right. In each step the network learns, then the critic, then the policy.
 */
export function openFasterAutoAugment(options: PolicySearchOptions, learning: FasterAutoAugmentLearning): PolicySearch {
  const { space, before, rng, data } = options;
  const { tf } = options.backend;
  const { shape } = data;
  const learner = mixtureLearner(space, learning, rng.fork('policy'));
  const network = openPolicyNetwork(options);
  const { model, flat, updater, images, batchSettings, normalization } = network;
  const critic = openCritic(tf, { shape, learningRate: learning.criticLearningRate, rng: rng.fork('critic') });
  const settings = batchSettings(images.weights, 'batches');
  const originals = batchMaker(images.weights, { ...settings, augmentation: before ?? null });
  const augmented = mixedBatches(images.heldOut, batchSettings(images.heldOut, 'held-out-batches'), {
    learner,
    before,
  });
  const normalize = (pixels: Tensor4D) =>
    tf.div(tf.sub(pixels, normalization.mean), normalization.deviation) as Tensor4D;
  const judges = { model, score: critic.score, classWeight: learning.classWeight, normalize };
  return {
    perEpoch: network.perEpoch,
    async step(place) {
      const { step, learningRate } = network.begin(place);
      const { mixed, targets, partnerTargets } = augmented(network.heldOutPlace(place));
      const told = tf.tidy(() => {
        const original = batchTensors(tf, originals(place), shape);
        const { value, grads } = classifierGradients(tf, model, original, flat.variables);
        updater.apply(grads, learningRate, step);
        const { count } = mixed;
        const pixels = tf.tensor4d(mixed.pixels, [count, ...shape]);
        const distance = critic.learn({ real: original.inputs, augmented: normalize(pixels) }, step);
        const slopes = network.keepingStatistics(() =>
          mixtureSlopes(tf, judges, {
            pixels,
            shares: tf.tensor1d(mixed.shares),
            targets: tf.tensor2d(targets, [count, data.classes]),
            partnerTargets: tf.tensor2d(partnerTargets, [count, data.classes]),
          }),
        );
        const flattened = (tensor: Tensor) => tf.reshape(tensor, [-1]) as Tensor1D;
        return tf.concat([value, distance, slopes.shares, slopes.pixels].map(flattened));
      });
      const values = await told.data<'float32'>();
      told.dispose();
      if (!values.every(Number.isFinite)) return { loss: Number.NaN };
      const pixelsFrom = 2 + mixed.count;
      learner.learn(mixed, { shares: values.subarray(2, pixelsFrom), pixels: values.subarray(pixelsFrom) });
      return { loss: values[0] as number, distance: values[1] as number };
    },
    state: () => learner.state(),
    derive: (draw) => learner.derive(draw),
    validate: () => network.validate(),
    dispose() {
      critic.dispose();
      network.dispose();
    },
  };
}
