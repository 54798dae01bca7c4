import {
  type ArtifactLink,
  CambiumError,
  type EvaluateOptions,
  foldMode,
  type Metrics,
  type TrialOutcome,
} from '@cambium/core';
import { evaluateClassifier, loadNetwork, type TrainedClassifier } from '@cambium/engine';
import { encodeFoldNetwork } from './fold-network.js';
import type { Trial } from './open-trial.js';
import { encodeTrialCheckpoint } from './trial-checkpoint.js';

/** Stores what a complete training leaves and, in mode `final`, tests the stored model once. */
export async function finishTrial(
  trial: Trial,
  trained: TrainedClassifier,
  options: EvaluateOptions,
): Promise<TrialOutcome> {
  const tested = trial.claim.mode === 'final' ? await test(trial, trained, options) : {};
  if (options.signal.aborted) return { kind: 'cancelled' };
  const artifacts = await save(trial, trained, options);
  return { kind: 'complete', metrics: { ...trained.metrics, ...tested }, artifacts };
}

/** Tests the saved files, not the network in memory: what is reported is what can be exported. */
async function test(
  { images, backend: { tf } }: Trial,
  { model }: TrainedClassifier,
  { signal, log }: EvaluateOptions,
): Promise<Metrics> {
  if (images.test.labels.length === 0) {
    throw new CambiumError('fix-input', 'the data set has no test images, so the final model can not be tested');
  }
  const network = await loadNetwork(tf, model);
  try {
    const { accuracy, loss } = await evaluateClassifier(tf, network, images.test, signal);
    log(`test: accuracy ${accuracy}, loss ${loss} on ${images.test.labels.length} images`);
    return { test_accuracy: accuracy, test_loss: loss };
  } finally {
    network.model.dispose();
  }
}

async function save(
  { claim, plan, stream }: Trial,
  { model, checkpoint, epochs }: TrainedClassifier,
  { saveArtifact }: EvaluateOptions,
): Promise<ArtifactLink[]> {
  if (claim.mode === foldMode) {
    // The only thing that anybody wants of it: what its successors need.
    const bytes = encodeTrialCheckpoint({ stream, engine: encodeFoldNetwork(model) });
    return [await saveArtifact({ name: `checkpoint/fold-${epochs}`, kind: 'checkpoint', bytes })];
  }
  const links: ArtifactLink[] = [];
  for (const [name, bytes] of Object.entries(model)) {
    links.push(await saveArtifact({ name: `model/${name}`, kind: 'model', bytes }));
  }
  // Only a trial that its fidelity ended early can go on; a checkpoint is three times as large as the model.
  if (epochs < plan.scheduleEpochs) {
    const bytes = encodeTrialCheckpoint({ stream, engine: checkpoint });
    links.push(await saveArtifact({ name: `checkpoint/epoch-${epochs}`, kind: 'checkpoint', bytes }));
  }
  return links;
}
