import { Worker } from 'node:worker_threads';
import { type Batch, type BatchPlace, type BatchSettings, type BatchSource, batchesPerEpoch } from './batch-source.js';
import type { WorkerInput } from './batch-worker.js';
import type { LabelledImages } from './labelled-images.js';

interface Request {
  readonly place: BatchPlace;
  readonly batch: Promise<Batch>;
}

/** Keeps one batch ahead: while the caller trains on a batch, the worker makes the next. */
export function workerBatches(file: string, data: LabelledImages, settings: BatchSettings): BatchSource {
  const input: WorkerInput = { data, settings };
  const worker = new Worker(file, { workerData: input });
  worker.unref();
  const perEpoch = batchesPerEpoch(data.labels.length, settings.batchSize);
  let ahead: Request | undefined;
  let failure: Error | undefined;
  let fail: ((error: Error) => void) | undefined;
  const onFailure = (error: Error) => {
    failure = error;
    fail?.(error);
  };
  worker.on('error', onFailure);
  worker.on('exit', (code) => onFailure(new Error(`the augmentation worker ended with code ${code}`)));

  const request = (place: BatchPlace): Request => {
    const batch = new Promise<Batch>((resolve, reject) => {
      if (failure !== undefined) reject(failure);
      fail = reject;
      worker.once('message', resolve);
      worker.postMessage(place, []);
    });
    // It may fail before anybody waits for it; whoever waits later still sees the failure.
    batch.catch(() => undefined);
    return { place, batch };
  };

  return {
    async batch(place) {
      const isAhead = ahead !== undefined && ahead.place.epoch === place.epoch && ahead.place.index === place.index;
      // A batch made for another place is waited for, because answers come in the order of requests, and dropped.
      if (!isAhead) await ahead?.batch;
      const current = isAhead && ahead !== undefined ? ahead : request(place);
      const batch = await current.batch;
      const next = following(place, perEpoch);
      ahead = next.epoch < settings.epochs ? request(next) : undefined;
      return batch;
    },
    async close() {
      worker.removeAllListeners('exit');
      await worker.terminate();
    },
  };
}

function following({ epoch, index }: BatchPlace, perEpoch: number): BatchPlace {
  return index + 1 < perEpoch ? { epoch, index: index + 1 } : { epoch: epoch + 1, index: 0 };
}
