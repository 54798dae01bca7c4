import type { LearntSubPolicy, PolicySpace } from '@cambium/augment';
import type { ArchitectureGraph, AugmentationPolicy, Decision, Metrics, Rng, TrainingProcedure } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { ClassifierData } from '../batches/labelled-images.js';

/** Defaults of Li et al. 2020 in parentheses. */
export interface DadaLearning {
  readonly method: 'dada';
  /** Of Adam (0.005). */
  readonly learningRate: number;
  /** Of the relaxed choices (0.5). */
  readonly temperature: number;
  /** Sub-policies to choose among, at most: all sets of ops, drawn where there are more (all). */
  readonly candidates: number;
}

/** Defaults of Hataya et al. 2020, and of the authors' code, in parentheses. */
export interface FasterAutoAugmentLearning {
  readonly method: 'faster-autoaugment';
  /** Of the policy's Adam (0.001). */
  readonly learningRate: number;
  /** Of the choice among ops, and of whether one happens (0.05). */
  readonly temperature: number;
  /** Of the critic's Adam (0.001). */
  readonly criticLearningRate: number;
  /** ε: what the classification of augmented images counts beside the distance (0.1). */
  readonly classWeight: number;
}

/** How a policy is learnt beside the weights. */
export type PolicyLearning = DadaLearning | FasterAutoAugmentLearning;

export interface PolicySearchOptions {
  readonly backend: EngineBackend;
  readonly graph: ArchitectureGraph;
  readonly data: ClassifierData;
  /** Optimizer, rates, weight decay, label smoothing, batches and dropout are followed. The loss is cross-entropy, without mixup. */
  readonly procedure: TrainingProcedure;
  readonly space: PolicySpace;
  /** What each training image gets first. */
  readonly before?: AugmentationPolicy;
  readonly learning: PolicyLearning;
  /** How many are derived of what is learnt. */
  readonly policies: number;
  /** Integer ≥ 1. */
  readonly epochs: number;
  /** Share of the training images that the policy is learnt by, and no weight is trained on. In (0, 1). */
  readonly heldOutShare: number;
  /** Only forks of it are used. */
  readonly rng: Rng;
  readonly signal?: AbortSignal;
  /** Called after each epoch, from 1. The answer is obeyed. */
  onEpoch?(step: number, epoch: PolicyEpoch): Promise<Decision>;
}

/** What is learnt by now: plain data. */
export interface PolicyState {
  /** How undecided the choices are, in nats. */
  readonly entropy: number;
  /** How often an image gets each op of the space. */
  readonly opRates: Readonly<Record<string, number>>;
}

export interface PolicyEpoch extends PolicyState {
  /** `train_loss`, `val_loss`, `val_accuracy`, and `distance` where a critic tells one. */
  readonly metrics: Metrics;
  /** The entropy before the first epoch. */
  readonly startEntropy: number;
  /** Policies of as many sub-policies as the space has: first that of the likeliest, then others that are drawn. */
  readonly derived: readonly (readonly LearntSubPolicy[])[];
}

/** What a search leaves: plain data, no tensor. */
export type PolicySearchResult =
  | (PolicyEpoch & { readonly kind: 'complete' | 'stopped' })
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'diverged'; readonly message: string };
