import { createRng, type EvaluateOptions, expectImages, type Metrics, type TrialOutcome } from '@cambium/core';
import { type PolicyEpoch, trainPolicy } from '@cambium/engine';
import type { Trial } from './open-trial.js';
import { policyMethod } from './policy-method.js';
import { relaxedSpace } from './relaxed-space.js';
import { refusal } from './trial-refusal.js';

/**
 * Trains the network on a part of the training images while a policy is learnt by the others, as the searcher's options say. After
 * the last epoch the metrics name the policies to train with. Leaves no file: nothing goes on from it, and a lost attempt begins anew.
 */
export async function learnPolicy(trial: Trial, options: EvaluateOptions): Promise<TrialOutcome> {
  const { claim, plan, images, backend, stream, resume } = trial;
  const { report, signal, log } = options;
  if (resume !== undefined) throw refusal('resumeFrom', ['a policy is learnt from the beginning; leave it out']);
  const { learning, policies } = policyMethod(claim.searcher);
  const { space, before, candidateMetrics, opRates } = relaxedSpace(plan);
  const { inputShape, classes } = expectImages(claim.context);
  log(`sub-policies of ${space.depth} steps, each one of ${space.ops.length} ops: learnt by ${learning.method}`);
  const started = performance.now();
  let metrics: Metrics = {};
  const result = await trainPolicy({
    backend,
    graph: plan.graph,
    data: { shape: inputShape, classes, train: images.train, validation: images.validation },
    procedure: plan.procedure,
    space,
    ...(before === undefined ? {} : { before }),
    learning,
    policies,
    epochs: plan.epochs,
    heldOutShare: plan.settings.relaxedPolicy.heldOutShare,
    rng: createRng(claim.seed).fork(stream),
    signal,
    async onEpoch(step, epoch) {
      const measured = { ...measuredIn(epoch), policy_seconds: (performance.now() - started) / 1000 };
      log(`epoch ${step} of ${plan.epochs}: ${JSON.stringify(measured)}`);
      const derived = step === plan.epochs ? epoch.derived.map((each, number) => candidateMetrics(number, each)) : [];
      metrics = Object.assign({}, measured, opRates(epoch.opRates), ...derived) as Metrics;
      return report(step, metrics);
    },
  });
  switch (result.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'diverged': {
      const failure = { code: 'diverged', message: `The search of a policy diverged: ${result.message}.` };
      return { kind: 'failed', failure, retry: false, artifacts: [] };
    }
    case 'complete':
      // The first epochs of a search and one that learns too slowly look alike.
      if (Math.abs(result.entropy - result.startEntropy) < 0.01 * result.startEntropy) {
        log('the choice has hardly moved: more epochs, or a higher policyLearningRate, would have it learn more');
      }
      return { kind: 'complete', metrics, artifacts: [] };
    case 'stopped':
      return { kind: 'stopped', metrics, artifacts: [] };
  }
}

function measuredIn({ metrics, entropy }: PolicyEpoch): Metrics {
  const { train_loss = null, val_loss = null, val_accuracy = null, distance } = metrics;
  return {
    policy_accuracy: val_accuracy,
    policy_loss: val_loss,
    policy_train_loss: train_loss,
    policy_entropy: entropy,
    ...(distance === undefined ? {} : { policy_distance: distance }),
  };
}
