import {
  type ArchitectureGraph,
  type AugmentationPolicy,
  type Claim,
  densityMatchingMode,
  expectImages,
  foldMode,
  type Parameter,
  proxyMode,
  relaxedPolicyMode,
  type TrainingProcedure,
} from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import { networkOf } from './network-of.js';
import { type ImageClassificationSettings, imageClassificationSettings } from './settings.js';
import { trainingOf } from './training-procedure.js';
import { readable, refusal } from './trial-refusal.js';

/** What a claim asks for, checked and with every default filled in. */
export interface TrialPlan {
  readonly settings: ImageClassificationSettings;
  readonly graph: ArchitectureGraph;
  readonly procedure: TrainingProcedure;
  /** The space's, flat. */
  readonly parameters: readonly Parameter[];
  /**
   * Of the training or, in mode `density-matching`, of the images that a trained network sees. A fold has none; in mode
   * `relaxed-policy` it tells the form of what is learnt.
   */
  readonly augmentation?: AugmentationPolicy;
  /** Epochs of this trial: those of its fidelity, or all. */
  readonly epochs: number;
  /** Epochs that the learning-rate schedule spans: all, also when the fidelity ends the trial early, so that it can go on. */
  readonly scheduleEpochs: number;
}

const modes: readonly string[] = ['final', proxyMode, foldMode, densityMatchingMode, relaxedPolicyMode];

/** @throws CambiumError `fix-input` when the claim's settings, space or params are not acceptable. */
export function planTrial(claim: Claim): TrialPlan {
  if (claim.mode !== null && !modes.includes(claim.mode)) {
    const known = modes.map((mode) => `"${mode}"`).join(', ');
    throw refusal('mode', [`image-classification knows no mode "${claim.mode}", only ${known}`]);
  }
  const parsed = imageClassificationSettings.safeParse(claim.task.settings);
  if (!parsed.success) throw refusal('task.settings', parsed.error.issues.map(readable));
  const settings = parsed.data;
  const compiled = compileSpace(claim.space);
  if (compiled.kind === 'refused') throw refusal('space', compiled.issues.map(readable));
  const problems = compiled.space.validate(claim.params);
  if (problems.length > 0) throw refusal('params', problems.map(readable));
  const design = compiled.space.decode(claim.params, claim.context);
  const all = epochsOf(claim.mode, settings);
  const epochs = claim.fidelity === null ? all : Math.max(1, Math.min(all, Math.round(claim.fidelity)));
  // What borrows a trained network trains none.
  const borrows = claim.mode === densityMatchingMode;
  if (!borrows && claim.resumeFrom !== null && claim.resumeFrom.step >= epochs) {
    throw refusal('resumeFrom', [
      `the checkpoint is of epoch ${claim.resumeFrom.step}, but the trial ends at ${epochs}`,
    ]);
  }
  const procedure = trainingOf(design, settings);
  return {
    settings,
    graph: networkOf(design, expectImages(claim.context), procedure),
    procedure,
    parameters: compiled.space.parameters,
    ...(design.aug === undefined || claim.mode === foldMode ? {} : { augmentation: design.aug }),
    epochs,
    scheduleEpochs: all,
  };
}

function epochsOf(mode: Claim['mode'], { epochs, finalEpochs, relaxedPolicy }: ImageClassificationSettings): number {
  if (mode === relaxedPolicyMode) return relaxedPolicy.epochs;
  return mode === 'final' ? (finalEpochs ?? 3 * epochs) : epochs;
}
