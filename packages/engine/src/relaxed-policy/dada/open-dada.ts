import { opCombinations, type RelaxedPolicy } from '@cambium/augment';
import type { Tensor1D } from '@tensorflow/tfjs';
import { batchMaker } from '../../batches/prepare-batch.js';
import { batchTensors } from '../../supernet/batch-tensors.js';
import { classifierGradients } from '../classifier-gradients.js';
import { openPolicyNetwork } from '../policy-network.js';
import type { PolicySearch } from '../policy-search.js';
import type { DadaLearning, PolicySearchOptions } from '../policy-search-options.js';
import { classifierSignals } from './classifier-signals.js';
import { lookAheadSignals } from './look-ahead-signals.js';
import { policyLearner } from './policy-learner.js';

/**
 * DADA (Li et al. 2020): the network is trained on images that a policy augments, and the policy by what each of the
 * network's steps does to the loss on images that are held out.
 */
export function openDada(options: PolicySearchOptions, learning: DadaLearning): PolicySearch {
  const { space, before, data } = options;
  const { tf } = options.backend;
  const { shape } = data;
  const learner = policyLearner(relaxedPolicy(options, learning.candidates), learning, before);
  const network = openPolicyNetwork(options);
  const { model, flat, updater, images, batchSettings } = network;
  const trainBatch = batchMaker(images.weights, batchSettings(images.weights, 'batches'), learner.augment);
  const heldOutBatch = batchMaker(images.heldOut, batchSettings(images.heldOut, 'held-out-batches'));
  return {
    perEpoch: network.perEpoch,
    async step(place) {
      const { step, learningRate } = network.begin(place);
      const told = tf.tidy(() => {
        const batch = batchTensors(tf, trainBatch(place), shape);
        const judge = batchTensors(tf, heldOutBatch(network.heldOutPlace(place)), shape);
        const { value, grads } = classifierGradients(tf, model, batch, flat.variables);
        const gradient = flat.flatten(grads);
        // Statistics are those of the training batch at the weights as they are.
        const { losses, pixelSums } = network.keepingStatistics(() =>
          lookAheadSignals(
            tf,
            {
              weights: () => flat.gather(),
              assign: (weights) => flat.assign(weights),
              trainGradient: () => gradient,
              trainSignals: () => classifierSignals(tf, model, batch),
              heldOutGradient: () => flat.flatten(classifierGradients(tf, model, judge, flat.variables).grads),
            },
            learningRate,
          ),
        );
        updater.apply(grads, learningRate, step);
        return tf.concat([tf.reshape(value, [1]), losses, pixelSums] as Tensor1D[]);
      });
      const values = await told.data<'float32'>();
      told.dispose();
      if (!values.every(Number.isFinite)) return { loss: Number.NaN };
      const count = (values.length - 1) / 2;
      learner.learn(values.subarray(1, 1 + count), values.subarray(1 + count));
      return { loss: values[0] as number };
    },
    state: () => learner.state(space.ops),
    derive: (rng) => learner.derive(space.subPolicies, rng),
    validate: () => network.validate(),
    dispose: () => network.dispose(),
  };
}

/** All sets of as many ops as a sub-policy has steps, drawn where there are more than are wanted. */
function relaxedPolicy({ space, rng }: PolicySearchOptions, most: number): RelaxedPolicy {
  const { ops, depth, learnsProbabilities, learnsMagnitudes } = space;
  const all = opCombinations(ops, depth);
  const kept = new Set(
    rng
      .fork('candidates')
      .shuffle([...all.keys()])
      .slice(0, most),
  );
  return { candidates: all.filter((_, i) => kept.has(i)), learnsProbabilities, learnsMagnitudes };
}
