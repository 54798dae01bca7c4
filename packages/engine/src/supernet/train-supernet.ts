import { setImmediate } from 'node:timers/promises';
import { CambiumError, finiteMetrics } from '@cambium/core';
import { checkData } from '../batches/labelled-images.js';
import { openSearch, type SupernetSearch } from './open-search.js';
import { saveSupernet } from './supernet-checkpoint.js';
import type { SupernetEpoch, SupernetOptions, SupernetResult } from './supernet-options.js';

/**
 * Trains the shared weights of all networks of a space, searching as the strategy does, and says how it ended. The same
 * options give the same weights on one backend and machine. No tensor outlives the call.
 * @throws CambiumError `fix-input` when the data are wrong or there is nothing to choose.
 */
export async function trainSupernet(options: SupernetOptions): Promise<SupernetResult> {
  checkData(options.data);
  if (options.choices.length === 0) throw new CambiumError('fix-input', 'this space leaves no architecture to choose');
  const search = openSearch(options);
  try {
    return await trainEpochs(options, search);
  } finally {
    await search.dispose();
  }
}

async function trainEpochs(options: SupernetOptions, search: SupernetSearch): Promise<SupernetResult> {
  const { epochs, onEpoch, log } = options;
  let last: SupernetEpoch | undefined;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const trained = await trainEpoch(options, search, epoch);
    if (trained.kind !== 'trained') return trained;
    const why = await search.endEpoch(epoch);
    if (why !== undefined) log?.(`the search ends after epoch ${epoch + 1}: ${why}`);
    const isLast = why !== undefined || epoch + 1 === epochs;
    if (isLast) await search.finish(epoch + 1);
    const { loss, accuracy } = await search.score(epoch);
    if (isAborted(options)) return { kind: 'cancelled' };
    const metrics = finiteMetrics({
      supernet_train_loss: trained.loss,
      supernet_loss: loss,
      supernet_accuracy: accuracy,
      peak_memory_bytes: search.peakBytes(),
    });
    const candidates = isLast ? search.candidates() : undefined;
    last = { metrics, probabilities: search.probabilities(), ...(candidates === undefined ? {} : { candidates }) };
    const decision = (await onEpoch?.(epoch + 1, last)) ?? 'continue';
    if (decision === 'cancel' || isAborted(options)) return { kind: 'cancelled' };
    if (decision === 'stop' || isLast) {
      const checkpoint = await saveSupernet(search.supernet, epoch + 1);
      return { kind: decision === 'stop' ? 'stopped' : 'complete', ...last, epochs: epoch + 1, checkpoint };
    }
  }
  throw new Error(`a search of ${epochs} epochs has no end`);
}

type Trained =
  | { readonly kind: 'trained'; readonly loss: number }
  | Extract<SupernetResult, { kind: 'cancelled' | 'diverged' }>;

async function trainEpoch(options: SupernetOptions, search: SupernetSearch, epoch: number): Promise<Trained> {
  let total = 0;
  for (let index = 0; index < search.perEpoch; index++) {
    const loss = await search.step({ epoch, index });
    if (!Number.isFinite(loss)) {
      return { kind: 'diverged', message: `the supernet's training loss is ${loss} in epoch ${epoch + 1}` };
    }
    total += loss;
    // A macrotask, so that messages (an abort among them) get through between steps.
    await setImmediate();
    if (isAborted(options)) return { kind: 'cancelled' };
  }
  return { kind: 'trained', loss: total / search.perEpoch };
}

function isAborted({ signal }: SupernetOptions): boolean {
  return signal?.aborted === true;
}
