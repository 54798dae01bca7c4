import type { ArchitectureGraph, AugmentationPolicy, Decision, Metrics, Rng, TrainingProcedure } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { ClassifierData } from '../batches/labelled-images.js';
import type { ModelFiles } from '../models/model-files.js';

export interface TrainingOptions {
  readonly backend: EngineBackend;
  readonly graph: ArchitectureGraph;
  readonly data: ClassifierData;
  readonly procedure: TrainingProcedure;
  readonly augmentation?: AugmentationPolicy;
  /** Train until this many epochs are done. Integer ≥ 1. */
  readonly epochs: number;
  /** Epochs that the learning-rate schedule spans; `epochs` when absent. Longer when the run may be resumed. */
  readonly scheduleEpochs?: number;
  /** Decides initial weights, batches, augmentation, mixup and dropout. Only forks of it are used. */
  readonly rng: Rng;
  /** Called after each epoch, from 1, with `train_loss`, `val_loss` and `val_accuracy`. The answer is obeyed. */
  onEpoch?(step: number, metrics: Metrics, run: EpochAccess): Promise<Decision>;
  /** Aborted: training ends as `cancelled` within one step. */
  readonly signal?: AbortSignal;
  /** A checkpoint of the same graph, data, seed and span to go on from; procedure, augmentation and dropout may be others. */
  readonly resume?: Uint8Array;
}

/** What can be taken out of a running training between two epochs. */
export interface EpochAccess {
  checkpoint(): Promise<Uint8Array>;
}

/** What a run leaves: plain data, no tensor. */
export interface TrainedClassifier {
  /** Of the last finished epoch. */
  readonly metrics: Metrics;
  /** Epochs done, those before a resume included. */
  readonly epochs: number;
  readonly model: ModelFiles;
  readonly checkpoint: Uint8Array;
}

/**
 * `stopped`: the answer to a report was `stop`. `cancelled`: it was `cancel`, or the signal was aborted.
 * `diverged`: a loss was no finite number; nothing of such a network is worth keeping.
 */
export type TrainingResult =
  | ({ readonly kind: 'complete' } & TrainedClassifier)
  | ({ readonly kind: 'stopped' } & TrainedClassifier)
  | { readonly kind: 'cancelled'; readonly epochs: number }
  | {
      readonly kind: 'diverged';
      readonly step: number;
      readonly epochs: number;
      readonly metrics: Metrics;
      readonly message: string;
    };
