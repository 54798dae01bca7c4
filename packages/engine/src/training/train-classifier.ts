import { setImmediate } from 'node:timers/promises';
import { type Decision, finiteMetrics, type Metrics } from '@cambium/core';
import { type BatchSource, batchesPerEpoch } from '../batches/batch-source.js';
import { openBatches } from '../batches/open-batches.js';
import { checkOptions } from './check-options.js';
import { learningRateAt } from './schedule.js';
import type { TrainedClassifier, TrainingOptions, TrainingResult } from './training-options.js';
import { openRun, type TrainingRun } from './training-run.js';

/**
 * Trains a network from scratch, or on from a checkpoint, and says how it ended. The same options give the same weights,
 * bit for bit, on one backend and machine with one number of threads; training 2 epochs equals training 1 and resuming
 * for 1 more. (On CUDA, TensorFlow needs TF_DETERMINISTIC_OPS=1 for that.) No tensor outlives the call.
 * @throws CambiumError `fix-input` when the options, the data or the checkpoint are wrong.
 */
export async function trainClassifier(options: TrainingOptions): Promise<TrainingResult> {
  checkOptions(options);
  const { data, procedure, epochs, rng } = options;
  const run = openRun(options);
  const batches = openBatches(data.train, {
    shape: data.shape,
    classes: data.classes,
    batchSize: procedure.batchSize,
    normalization: run.network.normalization,
    augmentation: options.augmentation ?? null,
    labelSmoothing: procedure.labelSmoothing,
    mixup: procedure.mixup,
    seed: rng.fork('batches').int(2 ** 31),
    epochs,
    scheduleEpochs: options.scheduleEpochs ?? epochs,
  });
  try {
    return await trainEpochs(options, run, batches);
  } finally {
    run.dispose();
    await batches.close();
  }
}

async function trainEpochs(options: TrainingOptions, run: TrainingRun, batches: BatchSource): Promise<TrainingResult> {
  const { epochs, onEpoch } = options;
  const aborted = () => options.signal?.aborted === true;
  const perEpoch = batchesPerEpoch(options.data.train.labels.length, options.procedure.batchSize);
  let metrics: Metrics = {};
  // Not those that were made: the batches may have had another size.
  let step = run.start.epoch * perEpoch;
  for (let epoch = run.start.epoch; epoch < epochs; epoch++) {
    let total = 0;
    for (let index = 0; index < perEpoch; index++) {
      const batch = await batches.batch({ epoch, index });
      const loss = await run.train(batch, learningRate(options, step, perEpoch), step + 1);
      step++;
      if (!Number.isFinite(loss))
        return diverged({ what: `the training loss is ${loss}`, step, epochs: epoch, metrics });
      total += loss;
      // A macrotask, so that messages (an abort among them) get through between steps.
      await setImmediate();
      if (aborted()) return { kind: 'cancelled', epochs: epoch };
    }
    const validation = await run.validate();
    if (aborted()) return { kind: 'cancelled', epochs: epoch };
    const done = epoch + 1;
    metrics = finiteMetrics({
      train_loss: total / perEpoch,
      val_loss: validation.loss,
      val_accuracy: validation.accuracy,
    });
    if (!Number.isFinite(validation.loss)) {
      return diverged({ what: `the validation loss is ${validation.loss}`, step, epochs: done, metrics });
    }
    const checkpoint = () => run.checkpoint(done);
    const decision: Decision = (await onEpoch?.(done, metrics, { checkpoint })) ?? 'continue';
    if (decision === 'cancel' || aborted()) return { kind: 'cancelled', epochs: done };
    if (decision === 'stop') return { kind: 'stopped', ...(await leave(run, metrics, done)) };
  }
  return { kind: 'complete', ...(await leave(run, metrics, epochs)) };
}

function learningRate({ procedure, epochs, scheduleEpochs = epochs }: TrainingOptions, step: number, perEpoch: number) {
  return learningRateAt(procedure, step, scheduleEpochs * perEpoch);
}

async function leave(run: TrainingRun, metrics: Metrics, epochs: number): Promise<TrainedClassifier> {
  return { metrics, epochs, model: await run.save(), checkpoint: await run.checkpoint(epochs) };
}

function diverged(end: { what: string; step: number; epochs: number; metrics: Metrics }): TrainingResult {
  const { what, step, epochs, metrics } = end;
  return { kind: 'diverged', step, epochs, metrics, message: `${what} at step ${step}: try a lower learning rate` };
}
