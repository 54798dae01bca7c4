import {
  type Claim,
  densityMatchingMode,
  type EvaluateOptions,
  foldMode,
  type Metrics,
  proxyMode,
  relaxedPolicyMode,
  type TrialOutcome,
} from '@cambium/core';
import { judgeUntrained } from '../../judge-untrained.js';
import type { TaskEvaluator } from '../../task-evaluator.js';
import { failureOf } from './failure-of.js';
import { finishTrial } from './finish-trial.js';
import { learnPolicy } from './learn-policy.js';
import { matchDensity } from './match-density.js';
import { measureSpeed } from './measure-speed.js';
import { openTrial, type Trial } from './open-trial.js';
import { proxiesOf } from './proxies-of.js';
import { trainTrial } from './train-trial.js';

/**
 * Trains one network and scores it after each epoch. Deterministic on one backend: the split depends on the experiment's
 * seed alone, everything else on the seed and the trial's number, so a retry gives the same numbers.
 */
export const imageClassificationEvaluator: TaskEvaluator = {
  name: 'image-classification',
  async evaluate(claim, options) {
    try {
      return await evaluateTrial(claim, options);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return failure;
    }
  },
};

async function evaluateTrial(claim: Claim, options: EvaluateOptions): Promise<TrialOutcome> {
  const trial = await openTrial(claim, options);
  if (options.signal.aborted) return { kind: 'cancelled' };
  if (claim.mode === densityMatchingMode) return matchDensity(trial, options);
  if (claim.mode === relaxedPolicyMode) return learnPolicy(trial, options);
  if (claim.mode === foldMode) return trainOnly(trial, {}, options);
  // Before the training, so that a trial that ends early has them too.
  const before = { ...(await measureSpeed(trial, options.log)), ...(await proxiesOf(trial, options.log)) };
  if (options.signal.aborted) return { kind: 'cancelled' };
  const ended = await judgeUntrained(claim, before, options);
  if (ended !== undefined) return ended;
  const untrained = claim.mode === proxyMode || (claim.mode === null && trial.plan.settings.proxiesOnly);
  if (untrained) return endAfterProxies(before, options);
  return trainOnly(trial, before, options);
}

async function trainOnly(trial: Trial, before: Metrics, options: EvaluateOptions): Promise<TrialOutcome> {
  const { result, metrics } = await trainTrial(trial, before, options);
  switch (result.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'diverged': {
      const failure = { code: 'diverged', message: `The training diverged: ${result.message}.` };
      return { kind: 'failed', failure, retry: false, artifacts: [] };
    }
    case 'stopped':
      // A pruned trial's model is not kept: there may be thousands, and nobody asks for the worst ones.
      return { kind: 'stopped', metrics, artifacts: [] };
    case 'complete':
      return finishTrial(trial, { ...result, metrics }, options);
  }
}

/** A trial of one step, without a model. */
async function endAfterProxies(metrics: Metrics, { report, signal }: EvaluateOptions): Promise<TrialOutcome> {
  const decision = await report(1, metrics);
  if (decision === 'cancel' || signal.aborted) return { kind: 'cancelled' };
  return { kind: decision === 'stop' ? 'stopped' : 'complete', metrics, artifacts: [] };
}
