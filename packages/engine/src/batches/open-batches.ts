import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BatchSettings, BatchSource } from './batch-source.js';
import type { LabelledImages } from './labelled-images.js';
import { batchMaker } from './prepare-batch.js';
import { workerBatches } from './worker-batches.js';

/** Compiled beside this file; absent when running from the sources. */
const workerFile = fileURLToPath(new URL('./batch-worker.js', import.meta.url));

/**
 * Batches made beside training, in a worker thread, when there is augmentation to do; else made when they are asked
 * for. The batches are the same either way.
 */
export function openBatches(data: LabelledImages, settings: BatchSettings): BatchSource {
  if (settings.augmentation !== null && existsSync(workerFile)) return workerBatches(workerFile, data, settings);
  return inlineBatches(data, settings);
}

export function inlineBatches(data: LabelledImages, settings: BatchSettings): BatchSource {
  const make = batchMaker(data, settings);
  return { batch: async (place) => make(place), close: async () => undefined };
}
