import { deriveSubPolicies } from '@cambium/augment';
import {
  createRng,
  type EvaluateOptions,
  expectImages,
  type Metrics,
  type Rng,
  type TrialOutcome,
} from '@cambium/core';
import { type PolicyEpoch, trainPolicy } from '@cambium/engine';
import type { Trial } from './open-trial.js';
import { policySearchOptions } from './policy-search-options.js';
import { type RelaxedSpace, relaxedSpace } from './relaxed-space.js';
import { refusal } from './trial-refusal.js';

/**
 * Trains the network on a part of the training images while a policy is learnt by the others (DADA, Li et al. 2020). After the
 * last epoch the metrics name the policies to train with. Leaves no file: nothing goes on from it, and a lost attempt begins anew.
 */
export async function learnPolicy(trial: Trial, options: EvaluateOptions): Promise<TrialOutcome> {
  const { claim, plan, images, backend, stream, resume } = trial;
  const { report, signal, log } = options;
  if (resume !== undefined) throw refusal('resumeFrom', ['a policy is learnt from the beginning; leave it out']);
  const { policyLearningRate, temperature, candidates, standalone } = optionsOf(claim.searcher);
  const rng = createRng(claim.seed).fork(stream);
  const space = relaxedSpace(plan, { most: candidates, rng: rng.fork('candidates') });
  const { inputShape, classes } = expectImages(claim.context);
  const { policy, before } = space;
  log(`a choice among ${policy.candidates.length} sub-policies of ${policy.candidates[0]?.length} steps`);
  const started = performance.now();
  let metrics: Metrics = {};
  const result = await trainPolicy({
    backend,
    graph: plan.graph,
    data: { shape: inputShape, classes, train: images.train, validation: images.validation },
    procedure: plan.procedure,
    policy,
    ...(before === undefined ? {} : { before }),
    learning: { learningRate: policyLearningRate, temperature },
    epochs: plan.epochs,
    heldOutShare: plan.settings.relaxedPolicy.heldOutShare,
    rng,
    signal,
    async onEpoch(step, epoch) {
      const measured = { ...measuredIn(epoch), policy_seconds: (performance.now() - started) / 1000 };
      log(`epoch ${step} of ${plan.epochs}: ${JSON.stringify(measured)}`);
      const derived = step === plan.epochs ? derivedPolicies(space, epoch, { count: standalone, rng }) : {};
      metrics = { ...measured, ...space.opRates(epoch.learnt), ...derived };
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
      if (result.entropy > 0.99 * Math.log(policy.candidates.length)) {
        log('the choice has hardly moved: more epochs, or a higher policyLearningRate, would have it learn more');
      }
      return { kind: 'complete', metrics, artifacts: [] };
    case 'stopped':
      return { kind: 'stopped', metrics, artifacts: [] };
  }
}

function optionsOf({ name, options }: Trial['claim']['searcher']) {
  const schema = Object.entries(policySearchOptions).find(([known]) => known === name)?.[1];
  if (schema === undefined) {
    throw refusal('mode', [
      `searcher ${name} learns no policy; these do: ${Object.keys(policySearchOptions).join(', ')}`,
    ]);
  }
  return schema.parse(options);
}

function measuredIn({ metrics, entropy }: PolicyEpoch): Metrics {
  const { train_loss = null, val_loss = null, val_accuracy = null } = metrics;
  return {
    policy_accuracy: val_accuracy,
    policy_loss: val_loss,
    policy_train_loss: train_loss,
    policy_entropy: entropy,
  };
}

/** First the policy of the likeliest sub-policies, then those that are drawn by their weights. */
function derivedPolicies(
  space: RelaxedSpace,
  { learnt }: PolicyEpoch,
  { count, rng }: { readonly count: number; readonly rng: Rng },
): Metrics {
  const policies = Array.from({ length: count }, (_, number) => {
    const drawn = number === 0 ? undefined : rng.fork(`derived/${number}`);
    return space.candidateMetrics(number, deriveSubPolicies(learnt, space.subPolicies, drawn));
  });
  return Object.assign({}, ...policies) as Metrics;
}
