import {
  clampMixture,
  deriveMixture,
  type ImageBatch,
  type LearntSubPolicy,
  type MixedBatch,
  type MixedBatchSlopes,
  mixBatch,
  mixtureEntropy,
  mixtureGradient,
  mixtureRates,
  type PolicySpace,
  startMixture,
} from '@cambium/augment';
import type { Rng } from '@cambium/core';
import { adamVector } from '../../supernet/adam-vector.js';
import type { FasterAutoAugmentLearning, PolicyState } from '../policy-search-options.js';

/** A mixture policy in training. */
export interface MixtureLearner {
  mix(batch: ImageBatch, rng: Rng): MixedBatch;
  /** Moves against the gradient of a loss, from what the last batch that was mixed is to it. All finite. */
  learn(batch: MixedBatch, slopes: MixedBatchSlopes): void;
  state(): PolicyState;
  /** The likeliest op of each step; with `rng` drawn by their weights. */
  derive(rng?: Rng): LearntSubPolicy[];
}

export function mixtureLearner(
  space: PolicySpace,
  { learningRate, temperature }: Pick<FasterAutoAugmentLearning, 'learningRate' | 'temperature'>,
  rng: Rng,
): MixtureLearner {
  // Without a first moment, as the authors' code.
  const { values, descend } = adamVector(startMixture(space, rng), {
    learningRate,
    beta1: 0,
    beta2: 0.999,
    weightDecay: 0,
  });
  const at = { values, temperature };
  return {
    mix: (batch, draw) => mixBatch(space, at, batch, draw),
    learn(batch, slopes) {
      descend(mixtureGradient(space, at, { batch, slopes }));
      clampMixture(space, values);
    },
    state: () => ({ entropy: mixtureEntropy(space, at), opRates: mixtureRates(space, at) }),
    derive: (draw) => deriveMixture(space, at, draw),
  };
}
