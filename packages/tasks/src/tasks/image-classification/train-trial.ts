import {
  type Claim,
  createRng,
  type EvaluateOptions,
  expectImages,
  foldMode,
  heldOutMetrics,
  type Metrics,
} from '@cambium/core';
import type { LabelledImages } from '@cambium/datasets';
import { type TrainingResult, trainClassifier } from '@cambium/engine';
import type { Trial } from './open-trial.js';

/**
 * Trains, reports every epoch and obeys the answers. `metrics` are those of the last report, wall-clock ones included, with
 * what was known of the network before.
 * In mode `final` validation images train too, so no `val_` metric is measured; nor of a fold, which never sees them.
 */
export async function trainTrial(
  trial: Trial,
  before: Metrics,
  { report, signal, log }: EvaluateOptions,
): Promise<{ readonly result: TrainingResult; readonly metrics: Metrics }> {
  const { claim, plan, images, backend, stream, resume } = trial;
  const { inputShape, classes } = expectImages(claim.context);
  const isFinal = claim.mode === 'final';
  const train = isFinal ? images.both() : images.train;
  const validation = isFinal ? oneBatch(images.validation, inputShape) : images.validation;
  const { graph, procedure, augmentation, epochs, scheduleEpochs } = plan;
  const clock = stopwatch();
  let metrics: Metrics = {};
  const result = await trainClassifier({
    backend,
    graph,
    data: { shape: inputShape, classes, train, validation },
    procedure,
    ...(augmentation === undefined ? {} : { augmentation }),
    epochs,
    scheduleEpochs,
    rng: createRng(claim.seed).fork(stream),
    signal,
    ...(resume === undefined ? {} : { resume }),
    async onEpoch(step, measured) {
      const seconds = clock.lap();
      metrics = {
        ...reported(measured, claim.mode),
        epoch_seconds: seconds,
        images_per_second: train.labels.length / seconds,
        ...before,
      };
      log(`epoch ${step} of ${epochs}: ${JSON.stringify(metrics)}`);
      const decision = await report(step, metrics);
      clock.lap();
      return decision;
    },
  });
  return { result, metrics };
}

/** By what they are measured on: nothing, images held out of a fold, or the experiment's validation images. */
function reported(measured: Metrics, mode: Claim['mode']): Metrics {
  const { train_loss = null, val_loss = null, val_accuracy = null } = measured;
  if (mode === 'final') return { train_loss };
  if (mode !== foldMode) return measured;
  return { train_loss, [heldOutMetrics.loss]: val_loss, [heldOutMetrics.accuracy]: val_accuracy };
}

/** Seconds since the last lap, at least a microsecond so that rates stay finite. */
function stopwatch() {
  let last = performance.now();
  return {
    lap(): number {
      const now = performance.now();
      const seconds = Math.max(1e-6, (now - last) / 1000);
      last = now;
      return seconds;
    },
  };
}

/** What the final training is scored on after each epoch: just enough to see it diverge, since it has seen these images. */
function oneBatch({ images, labels }: LabelledImages, [height, width, channels]: readonly number[]): LabelledImages {
  const count = Math.min(64, labels.length);
  const size = (height ?? 0) * (width ?? 0) * (channels ?? 0);
  return { images: images.subarray(0, count * size), labels: labels.subarray(0, count) };
}
