import type { Claim, EvaluateOptions, TrialOutcome } from '@cambium/core';
import { openPathEvaluator } from '@cambium/engine';
import { refusal } from '../image-classification/trial-refusal.js';
import type { SupernetTrial } from './open-supernet-trial.js';

/** Scores the claim's network with the weights of the supernet that it resumes from. Trains nothing. */
export async function judgeSharedWeights(
  { resumeFrom, params }: Claim,
  { settings, superGraph, data, backend }: SupernetTrial,
  { report, signal, log, loadArtifact }: EvaluateOptions,
): Promise<TrialOutcome> {
  if (resumeFrom === null) {
    throw refusal('mode', ['shared-weights needs a supernet to go on from, and that one left no weights']);
  }
  const checkpoint = await loadArtifact(resumeFrom.digest);
  const started = performance.now();
  const { batchSize, recalibrationBatches } = settings.supernet;
  const paths = openPathEvaluator({
    backend,
    superGraph,
    checkpoint,
    data,
    batchSize,
    recalibrationBatches,
    signal,
  });
  try {
    const { accuracy, loss } = await paths.evaluate(params);
    if (signal.aborted) return { kind: 'cancelled' };
    const metrics = {
      val_accuracy: accuracy,
      val_loss: loss,
      shared_weights_seconds: (performance.now() - started) / 1000,
    };
    log(`with shared weights: ${JSON.stringify(metrics)}`);
    const decision = await report(1, metrics);
    return decision === 'cancel' ? { kind: 'cancelled' } : { kind: 'complete', metrics, artifacts: [] };
  } finally {
    paths.dispose();
  }
}
