import { costOf } from '@cambium/architectures';
import { policySentence } from '@cambium/augment';
import type { Claim, EvaluateOptions } from '@cambium/core';
import type { EngineBackend } from '@cambium/engine';
import { deviceNamed } from './device.js';
import { type ExperimentImages, loadImages } from './load-images.js';
import { planTrial, type TrialPlan } from './plan-trial.js';
import { decodeTrialCheckpoint } from './trial-checkpoint.js';

/** All that one trial is made of. */
export interface Trial {
  readonly claim: Claim;
  readonly plan: TrialPlan;
  readonly images: ExperimentImages;
  readonly backend: EngineBackend;
  /** Name of its random stream, a fork of the experiment's seed. */
  readonly stream: string;
  /** The engine's checkpoint to go on from. */
  readonly resume?: Uint8Array;
}

/** Checks the claim, then opens the device, the images and the checkpoint. @throws CambiumError as its parts do. */
export async function openTrial(claim: Claim, options: EvaluateOptions): Promise<Trial> {
  const plan = planTrial(claim);
  const wanted = plan.settings.backend;
  const backend = await deviceNamed(wanted === 'auto' ? (options.environment.backend ?? 'auto') : wanted);
  const images = await loadImages(plan.settings, claim, options.environment);
  const trial = { claim, plan, images, backend, ...(await startOf(claim, options)) };
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
  const counts = `${images.train.labels.length} training and ${images.validation.labels.length} validation images`;
  log(`${backend.name} (${backend.device}), ${plan.settings.dataset}: ${counts}`);
  log(`network of ${params} parameters and ${flops} multiply–accumulates an image`);
  log(`training: ${JSON.stringify(plan.procedure)}`);
  if (plan.augmentation !== undefined) log(policySentence(plan.augmentation));
  if (claim.mode === 'final') log('final training: validation images train too, then the test images judge, once');
  if (resume !== undefined) log(`goes on after epoch ${claim.resumeFrom?.step}`);
  for (const { file, reason } of images.problems.slice(0, 20)) log(`left out ${file}: ${reason}`);
  if (images.problems.length > 20) log(`… and ${images.problems.length - 20} files more`);
}
