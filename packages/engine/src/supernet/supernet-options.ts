import type { Decision, Metrics, Rng, SuperGraph } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { ClassifierData } from '../batches/labelled-images.js';
import type { Choice, Path } from './choices.js';
import type { CostTerm } from './expected-cost.js';
import type { SearchParts, SupernetStrategy } from './strategies/strategy.js';

/** How the shared weights are trained; defaults of the field: SGD with momentum and a cosine. */
export interface SupernetProcedure {
  readonly batchSize: number;
  readonly learningRate: number;
  /** Where the cosine ends. */
  readonly finalLearningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
  /** Largest norm of a gradient; 0: any. */
  readonly clip: number;
}

export interface SupernetOptions {
  readonly backend: EngineBackend;
  readonly superGraph: SuperGraph;
  readonly choices: readonly Choice[];
  readonly data: ClassifierData;
  readonly procedure: SupernetProcedure;
  strategy(parts: SearchParts): SupernetStrategy;
  readonly cost?: CostTerm;
  /** K of PC-DARTS: options see one in so many channels. Such weights are for the search alone. 1 if absent. */
  readonly partialChannels?: number;
  /** Integer ≥ 1. */
  readonly epochs: number;
  /** Share of the training images that only architectures are judged by, where the strategy needs some. */
  readonly heldOutShare: number;
  readonly rng: Rng;
  readonly signal?: AbortSignal;
  /** Called after each epoch, from 1. The answer is obeyed. */
  onEpoch?(step: number, epoch: SupernetEpoch): Promise<Decision>;
  log?(line: string): void;
}

export interface SupernetEpoch {
  /** `supernet_train_loss`, `supernet_loss`, `supernet_accuracy`, `peak_memory_bytes`. */
  readonly metrics: Metrics;
  /** By choice and value, as in `choices`; null where all are equally likely. */
  readonly probabilities: readonly (readonly number[])[] | null;
  /** Networks to judge next, after the last epoch of a strategy that draws its own. */
  readonly candidates?: readonly Path[];
}

/** What a search leaves: plain data, no tensor. */
export type SupernetResult =
  | (SupernetEpoch & {
      readonly kind: 'complete' | 'stopped';
      readonly epochs: number;
      readonly checkpoint: Uint8Array;
    })
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'diverged'; readonly message: string };
