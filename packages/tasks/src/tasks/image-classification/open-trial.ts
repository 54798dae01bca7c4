import { costOf } from '@cambium/architectures';
import { policySentence } from '@cambium/augment';
import { type Claim, densityMatchingMode, type EvaluateOptions, foldMode, relaxedPolicyMode } from '@cambium/core';
import type { EngineBackend } from '@cambium/engine';
import { deviceNamed } from './device.js';
import { foldImages } from './fold-images.js';
import { type ExperimentImages, loadImages } from './load-images.js';
import { planTrial, type TrialPlan } from './plan-trial.js';
import { decodeTrialCheckpoint } from './trial-checkpoint.js';

/** All that one trial is made of. */
export interface Trial {
  readonly claim: Claim;
  readonly plan: TrialPlan;
  /** Those of a fold: it is trained on `train`, and `validation` is held out of it. */
  readonly images: ExperimentImages;
  readonly backend: EngineBackend;
  /** Name of its random stream, a fork of the experiment's seed. */
  readonly stream: string;
  /** What it goes on from: the engine's checkpoint, or a fold's network. */
  readonly resume?: Uint8Array;
}

/** Checks the claim, then opens the device, the images and the checkpoint. @throws CambiumError as its parts do. */
export async function openTrial(claim: Claim, options: EvaluateOptions): Promise<Trial> {
  const plan = planTrial(claim);
  const wanted = plan.settings.backend;
  const backend = await deviceNamed(wanted === 'auto' ? (options.environment.backend ?? 'auto') : wanted);
  const all = await loadImages(plan.settings, claim, options.environment);
  const start = await startOf(claim, options);
  const isOfFold = claim.mode === foldMode || claim.mode === densityMatchingMode;
  const images = isOfFold ? foldImages(all, { claim, stream: start.stream, settings: plan.settings }) : all;
  const trial = { claim, plan, images, backend, ...start };
  logOpened(trial, options.log);
  return trial;
}

async function startOf(
  { resumeFrom, number }: Claim,
  { loadArtifact }: EvaluateOptions,
): Promise<Pick<Trial, 'stream' | 'resume'>> {
  if (resumeFrom === null) return { stream: `trial/${number}` };
  const { stream, engine } = decodeTrialCheckpoint(await loadArtifact(resumeFrom.digest));
  return { stream, resume: engine };
}

function logOpened({ claim, plan, images, backend, resume }: Trial, log: EvaluateOptions['log']): void {
  const { params, flops } = costOf(plan.graph);
  const heldBack = claim.mode === foldMode || claim.mode === densityMatchingMode ? 'held-out' : 'validation';
  const counts = `${images.train.labels.length} training and ${images.validation.labels.length} ${heldBack} images`;
  log(`${backend.name} (${backend.device}), ${plan.settings.dataset}: ${counts}`);
  log(`network of ${params} parameters and ${flops} multiply–accumulates an image`);
  if (claim.mode !== densityMatchingMode) log(`training: ${JSON.stringify(plan.procedure)}`);
  if (claim.mode === relaxedPolicyMode)
    log('a policy is learnt while the network is trained, of images held out of that');
  else if (plan.augmentation !== undefined) log(policySentence(plan.augmentation));
  if (claim.mode === 'final') log('final training: validation images train too, then the test images judge, once');
  if (claim.mode === foldMode) log('a fold: trained without augmentation, to judge policies by the images held out');
  if (claim.mode === densityMatchingMode) log('judged by a network that was trained without it; nothing is trained');
  else if (resume !== undefined) log(`goes on after epoch ${claim.resumeFrom?.step}`);
  for (const { file, reason } of images.problems.slice(0, 20)) log(`left out ${file}: ${reason}`);
  if (images.problems.length > 20) log(`… and ${images.problems.length - 20} files more`);
}
