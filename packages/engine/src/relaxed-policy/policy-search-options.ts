import type { LearntSubPolicy, RelaxedPolicy } from '@cambium/augment';
import type { ArchitectureGraph, AugmentationPolicy, Decision, Metrics, Rng, TrainingProcedure } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { ClassifierData } from '../batches/labelled-images.js';

/** How a policy is learnt beside the weights; defaults of Li et al. 2020 in parentheses. */
export interface PolicyLearning {
  /** Of Adam (0.005). */
  readonly learningRate: number;
  /** Of the relaxed choices (0.5). */
  readonly temperature: number;
}

export interface PolicySearchOptions {
  readonly backend: EngineBackend;
  readonly graph: ArchitectureGraph;
  readonly data: ClassifierData;
  /** Optimizer, rates, weight decay, label smoothing, batches and dropout are followed. The loss is cross-entropy, without mixup. */
  readonly procedure: TrainingProcedure;
  readonly policy: RelaxedPolicy;
  /** What each training image gets first. */
  readonly before?: AugmentationPolicy;
  readonly learning: PolicyLearning;
  /** Integer ≥ 1. */
  readonly epochs: number;
  /** Share of the training images that the policy is judged by, and no weight is trained on. In (0, 1). */
  readonly heldOutShare: number;
  /** Only forks of it are used. */
  readonly rng: Rng;
  readonly signal?: AbortSignal;
  /** Called after each epoch, from 1. The answer is obeyed. */
  onEpoch?(step: number, epoch: PolicyEpoch): Promise<Decision>;
}

export interface PolicyEpoch {
  /** `train_loss`, `val_loss`, `val_accuracy`. */
  readonly metrics: Metrics;
  /** How undecided the choice among sub-policies is, in nats. */
  readonly entropy: number;
  /** The policy as it is now, by candidate. */
  readonly learnt: readonly LearntSubPolicy[];
}

/** What a search leaves: plain data, no tensor. */
export type PolicySearchResult =
  | (PolicyEpoch & { readonly kind: 'complete' | 'stopped' })
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'diverged'; readonly message: string };
