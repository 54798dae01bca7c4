import { setImmediate } from 'node:timers/promises';
import type { LearntSubPolicy } from '@cambium/augment';
import { finiteMetrics, type Metrics } from '@cambium/core';
import { checkData } from '../batches/labelled-images.js';
import type { Evaluation } from '../models/evaluate-classifier.js';
import { openDada } from './dada/open-dada.js';
import { openFasterAutoAugment } from './faster-autoaugment/open-faster-autoaugment.js';
import type { PolicySearch, StepMeasures } from './policy-search.js';
import type { PolicyEpoch, PolicySearchOptions, PolicySearchResult } from './policy-search-options.js';

/**
 * Trains a network, and beside it an augmentation policy by gradient, by the method that `learning` names. The same options give
 * the same policy on one backend and machine. No tensor outlives the call.
 * @throws CambiumError `fix-input` when the data are wrong.
 */
export async function trainPolicy(options: PolicySearchOptions): Promise<PolicySearchResult> {
  checkData(options.data);
  const search = openPolicySearch(options);
  try {
    return await trainEpochs(options, search);
  } finally {
    search.dispose();
  }
}

function openPolicySearch(options: PolicySearchOptions): PolicySearch {
  const { learning } = options;
  switch (learning.method) {
    case 'dada':
      return openDada(options, learning);
    case 'faster-autoaugment':
      return openFasterAutoAugment(options, learning);
  }
}

async function trainEpochs(options: PolicySearchOptions, search: PolicySearch): Promise<PolicySearchResult> {
  const { epochs, onEpoch, signal } = options;
  const { perEpoch } = search;
  const isAborted = () => signal?.aborted === true;
  const { entropy: startEntropy } = search.state();
  for (let epoch = 0; ; epoch++) {
    const steps: StepMeasures[] = [];
    for (let index = 0; index < perEpoch; index++) {
      const measures = await search.step({ epoch, index });
      const { loss } = measures;
      if (!Number.isFinite(loss)) return { kind: 'diverged', message: `the loss is ${loss} in epoch ${epoch + 1}` };
      steps.push(measures);
      // A macrotask, so that messages (an abort among them) get through between steps.
      await setImmediate();
      if (isAborted()) return { kind: 'cancelled' };
    }
    const validation = await search.validate();
    if (isAborted()) return { kind: 'cancelled' };
    const metrics = finiteMetrics(metricsOf(steps, validation));
    const derived = derivedPolicies(search, options);
    const now: PolicyEpoch = { metrics, ...search.state(), startEntropy, derived };
    const decision = (await onEpoch?.(epoch + 1, now)) ?? 'continue';
    if (decision === 'cancel' || isAborted()) return { kind: 'cancelled' };
    if (decision === 'stop') return { kind: 'stopped', ...now };
    if (epoch + 1 >= epochs) return { kind: 'complete', ...now };
  }
}

function metricsOf(steps: readonly StepMeasures[], { loss, accuracy }: Evaluation): Metrics {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const distances = steps.flatMap(({ distance }) => distance ?? []);
  return {
    train_loss: mean(steps.map((each) => each.loss)),
    val_loss: loss,
    val_accuracy: accuracy,
    ...(distances.length === 0 ? {} : { distance: mean(distances) }),
  };
}

/** First the policy of the likeliest choices, then those that are drawn. */
function derivedPolicies(search: PolicySearch, { policies, rng }: PolicySearchOptions): LearntSubPolicy[][] {
  return Array.from({ length: policies }, (_, number) =>
    search.derive(number === 0 ? undefined : rng.fork(`derived/${number}`)),
  );
}
