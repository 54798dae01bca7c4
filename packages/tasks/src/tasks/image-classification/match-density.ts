import { createRng, type EvaluateOptions, expectImages, heldOutMetrics, type TrialOutcome } from '@cambium/core';
import type { LabelledImages } from '@cambium/datasets';
import { judgePolicy, loadNetwork } from '@cambium/engine';
import { decodeFoldNetwork } from './fold-network.js';
import type { Trial } from './open-trial.js';
import { refusal } from './trial-refusal.js';

/**
 * Scores the trial's policy by the network of the fold that it goes on from, on the images that one was not trained on: a policy
 * that makes images look like others of their class costs it little (Lim et al. 2019, §3.1). Trains nothing.
 */
export async function matchDensity(
  { claim, plan, images, backend: { tf }, resume }: Trial,
  { report, signal, log }: EvaluateOptions,
): Promise<TrialOutcome> {
  if (resume === undefined) throw refusal('mode', [`${claim.mode} needs a fold to go on from, and that one left none`]);
  const { augmentation: policy } = plan;
  if (policy === undefined) throw refusal('space', [`${claim.mode} needs an aug branch: there is no policy to judge`]);
  const started = performance.now();
  const { draws, across, images: most } = plan.settings.densityMatching;
  const network = await loadNetwork(tf, decodeFoldNetwork(resume));
  try {
    // Each trial draws its own augmentations: what is luck for one policy is not for all of them.
    const rng = createRng(claim.seed).fork(`trial/${claim.number}`);
    const heldOut = firstOf(images.validation, most, expectImages(claim.context).inputShape);
    const { loss, accuracy } = await judgePolicy(tf, network, heldOut, { policy, draws, across, rng, signal });
    if (signal.aborted) return { kind: 'cancelled' };
    const metrics = {
      [heldOutMetrics.accuracy]: accuracy,
      [heldOutMetrics.loss]: loss,
      density_matching_seconds: (performance.now() - started) / 1000,
    };
    log(`${across} of ${draws} draws of ${heldOut.labels.length} held-out images: ${JSON.stringify(metrics)}`);
    const decision = await report(1, metrics);
    if (decision === 'cancel' || signal.aborted) return { kind: 'cancelled' };
    return { kind: decision === 'stop' ? 'stopped' : 'complete', metrics, artifacts: [] };
  } finally {
    network.model.dispose();
  }
}

/** In the split's order, in which every beginning has each class by its share. */
function firstOf(
  { images, labels }: LabelledImages,
  most: number,
  [height, width, channels]: readonly [number, number, number],
): LabelledImages {
  const count = Math.min(most, labels.length);
  return { images: images.subarray(0, count * height * width * channels), labels: labels.subarray(0, count) };
}
