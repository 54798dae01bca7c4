import { parentPort, workerData } from 'node:worker_threads';
import type { BatchPlace, BatchSettings } from './batch-source.js';
import type { LabelledImages } from './labelled-images.js';
import { batchMaker } from './prepare-batch.js';

export interface WorkerInput {
  readonly data: LabelledImages;
  readonly settings: BatchSettings;
}

const { data, settings } = workerData as WorkerInput;
const make = batchMaker(data, settings);

parentPort?.on('message', (place: BatchPlace) => {
  const batch = make(place);
  parentPort?.postMessage(batch, [batch.images.buffer as ArrayBuffer, batch.targets.buffer as ArrayBuffer]);
});
