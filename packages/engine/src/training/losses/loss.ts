import type { TrainingProcedure } from '@cambium/core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/** What a procedure says about its loss; each loss has defaults for what it uses. */
export type LossSettings = Pick<TrainingProcedure, 'focalGamma' | 'polyEpsilon'>;

/** The mean loss of a batch from its logits and targets, each row of which is a distribution over the classes. */
export type LossFunction = (tf: TensorFlow, logits: Tensor2D, targets: Tensor2D) => Scalar;

/** What training makes small. Validation is always judged by cross-entropy. */
export interface Loss {
  readonly name: string;
  readonly summary: string;
  create(settings: LossSettings): LossFunction;
}
