import type { Tensor1D, Variable } from '@tensorflow/tfjs';
import { type BatchPlace, batchesPerEpoch } from '../batches/batch-source.js';
import type { LabelledImages } from '../batches/labelled-images.js';
import { measureNormalization } from '../batches/normalization.js';
import { batchMaker } from '../batches/prepare-batch.js';
import { type Evaluation, evaluateClassifier } from '../models/evaluate-classifier.js';
import { batchTensors } from '../supernet/batch-tensors.js';
import { splitHeldOut } from '../supernet/split-held-out.js';
import { openLearningModel } from '../training/learning-model.js';
import { learningRateAt } from '../training/schedule.js';
import { variablesOf } from '../training/trainable-variables.js';
import { classifierGradients, classifierSignals } from './classifier-signals.js';
import { lookAheadSignals } from './look-ahead-signals.js';
import { type PolicyLearner, policyLearner } from './policy-learner.js';
import type { PolicySearchOptions } from './policy-search-options.js';

/** A network and a policy in training. Dispose of it. */
export interface PolicySearch {
  /** Updates of both in an epoch. */
  readonly perEpoch: number;
  readonly learner: PolicyLearner;
  /** One update; gives the batch's loss before it. Not finite when the loss or what the policy learns of it is not. */
  step(place: BatchPlace): Promise<number>;
  validate(): Promise<Evaluation>;
  dispose(): void;
}

export function openPolicySearch(options: PolicySearchOptions): PolicySearch {
  const { backend, graph, data, procedure, epochs, rng, signal } = options;
  const { tf } = backend;
  const { shape, classes } = data;
  const split = splitHeldOut(data, options.heldOutShare, rng.fork('held-out'));
  if (split.heldOut === undefined) throw new Error('a policy is learnt by images that are held out');
  const { heldOut } = split;
  const learner = policyLearner(options.policy, options.learning, options.before);
  const normalization = measureNormalization(data.train.images, shape);
  const settingsOf = ({ labels }: LabelledImages, name: string) => ({
    shape,
    classes,
    batchSize: Math.min(procedure.batchSize, labels.length),
    normalization,
    augmentation: null,
    labelSmoothing: procedure.labelSmoothing,
    mixup: 0,
    seed: rng.fork(name).int(2 ** 31),
    epochs,
    scheduleEpochs: epochs,
  });
  const trainBatch = batchMaker(split.weights, settingsOf(split.weights, 'batches'), learner.augment);
  const heldOutBatch = batchMaker(heldOut, settingsOf(heldOut, 'held-out-batches'));
  const heldOutCount = batchesPerEpoch(heldOut.labels.length, procedure.batchSize);
  const perEpoch = batchesPerEpoch(split.weights.labels.length, procedure.batchSize);

  const network = openLearningModel(tf, { graph, procedure, rng });
  const { model, place, flat, updater } = network;
  const statistics = variablesOf(model.nonTrainableWeights);
  return {
    perEpoch,
    learner,
    async step({ epoch, index }) {
      const step = epoch * perEpoch + index;
      place.step = step + 1;
      const learningRate = learningRateAt(procedure, step, epochs * perEpoch);
      const told = tf.tidy(() => {
        const batch = batchTensors(tf, trainBatch({ epoch, index }), shape);
        const judge = batchTensors(tf, heldOutBatch({ epoch, index: index % heldOutCount }), shape);
        const { value, grads } = classifierGradients(tf, model, batch, flat.variables);
        const gradient = flat.flatten(grads);
        // Those of the training batch at the weights as they are: the other passes leave no trace.
        const kept = statistics.map((variable) => variable.clone());
        const { losses, pixelSums } = lookAheadSignals(
          tf,
          {
            weights: () => flat.gather(),
            assign: (weights) => flat.assign(weights),
            trainGradient: () => gradient,
            trainSignals: () => classifierSignals(tf, model, batch),
            heldOutGradient: () => flat.flatten(classifierGradients(tf, model, judge, flat.variables).grads),
          },
          learningRate,
        );
        statistics.forEach((variable, i) => variable.assign(kept[i] as Variable));
        updater.apply(grads, learningRate, step + 1);
        return tf.concat([tf.reshape(value, [1]), losses, pixelSums] as Tensor1D[]);
      });
      const values = await told.data<'float32'>();
      told.dispose();
      if (!values.every(Number.isFinite)) return Number.NaN;
      const count = (values.length - 1) / 2;
      learner.learn(values.subarray(1, 1 + count), values.subarray(1 + count));
      return values[0] as number;
    },
    validate: () => evaluateClassifier(tf, { model, shape, normalization }, data.validation, signal),
    dispose: () => network.dispose(),
  };
}
