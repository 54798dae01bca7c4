import type { LearntSubPolicy } from '@cambium/augment';
import type { Rng } from '@cambium/core';
import type { BatchPlace } from '../batches/batch-source.js';
import type { Evaluation } from '../models/evaluate-classifier.js';
import type { PolicyState } from './policy-search-options.js';

/** A network and a policy in training. Dispose of it. */
export interface PolicySearch {
  /** Updates of both in an epoch. */
  readonly perEpoch: number;
  /** One update; gives what the batch measured before it. */
  step(place: BatchPlace): Promise<StepMeasures>;
  state(): PolicyState;
  /** The policy of the likeliest choices; with `rng` one that is drawn. */
  derive(rng?: Rng): LearntSubPolicy[];
  validate(): Promise<Evaluation>;
  dispose(): void;
}

export interface StepMeasures {
  /** The network's training loss. Not finite when it or anything that the policy learns of is not. */
  readonly loss: number;
  /** Between augmented images and others, where a critic tells it. */
  readonly distance?: number;
}
