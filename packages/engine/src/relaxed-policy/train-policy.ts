import { setImmediate } from 'node:timers/promises';
import { finiteMetrics } from '@cambium/core';
import { checkData } from '../batches/labelled-images.js';
import { openPolicySearch, type PolicySearch } from './open-policy-search.js';
import type { PolicyEpoch, PolicySearchOptions, PolicySearchResult } from './policy-search-options.js';

/**
 * DADA (Li et al. 2020): trains a network on images that a policy augments, and the policy by what each of the
 * network's steps does to the loss on images that are held out. The same options give the same policy on one backend and machine.
 * No tensor outlives the call.
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

async function trainEpochs(options: PolicySearchOptions, search: PolicySearch): Promise<PolicySearchResult> {
  const { epochs, onEpoch, signal } = options;
  const { learner, perEpoch } = search;
  const isAborted = () => signal?.aborted === true;
  for (let epoch = 0; ; epoch++) {
    let total = 0;
    for (let index = 0; index < perEpoch; index++) {
      const loss = await search.step({ epoch, index });
      if (!Number.isFinite(loss)) return { kind: 'diverged', message: `the loss is ${loss} in epoch ${epoch + 1}` };
      total += loss;
      // A macrotask, so that messages (an abort among them) get through between steps.
      await setImmediate();
      if (isAborted()) return { kind: 'cancelled' };
    }
    const { loss, accuracy } = await search.validate();
    if (isAborted()) return { kind: 'cancelled' };
    const metrics = finiteMetrics({ train_loss: total / perEpoch, val_loss: loss, val_accuracy: accuracy });
    const now: PolicyEpoch = { metrics, entropy: learner.entropy(), learnt: learner.learnt() };
    const decision = (await onEpoch?.(epoch + 1, now)) ?? 'continue';
    if (decision === 'cancel' || isAborted()) return { kind: 'cancelled' };
    if (decision === 'stop') return { kind: 'stopped', ...now };
    if (epoch + 1 >= epochs) return { kind: 'complete', ...now };
  }
}
