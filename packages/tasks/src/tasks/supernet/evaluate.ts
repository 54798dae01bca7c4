import type { Claim, EvaluateOptions, TrialOutcome } from '@cambium/core';
import type { TaskEvaluator } from '../../task-evaluator.js';
import { imageClassificationEvaluator } from '../image-classification/evaluate.js';
import { failureOf } from '../image-classification/failure-of.js';
import { judgeSharedWeights } from './judge-shared-weights.js';
import { openSupernetTrial } from './open-supernet-trial.js';
import { trainSupernetTrial } from './train-supernet-trial.js';

/**
 * In mode `supernet` trains all networks of the space together; in `shared-weights` judges one with what they learnt;
 * else trains one from scratch, as image-classification does.
 */
export const supernetEvaluator: TaskEvaluator = {
  name: 'supernet',
  async evaluate(claim, options) {
    if (claim.mode !== 'supernet' && claim.mode !== 'shared-weights') {
      return imageClassificationEvaluator.evaluate(ordinary(claim), options);
    }
    try {
      return await evaluateTogether(claim, options);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return failure;
    }
  },
};

async function evaluateTogether(claim: Claim, options: EvaluateOptions): Promise<TrialOutcome> {
  const trial = await openSupernetTrial(claim, options);
  if (options.signal.aborted) return { kind: 'cancelled' };
  return claim.mode === 'supernet'
    ? trainSupernetTrial(claim, trial, options)
    : judgeSharedWeights(claim, trial, options);
}

/** The claim as image-classification knows it. */
function ordinary(claim: Claim): Claim {
  const { supernet: _, ...settings } = claim.task.settings;
  return { ...claim, task: { name: 'image-classification', settings } };
}
