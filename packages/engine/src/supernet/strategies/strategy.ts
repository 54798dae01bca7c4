import type { Rng } from '@cambium/core';
import type { BatchPlace } from '../../batches/batch-source.js';
import type { TensorFlow } from '../../tensorflow.js';
import type { BatchTensors } from '../batch-tensors.js';
import type { ChoiceLayout, Path } from '../choices.js';
import type { CostTerm } from '../expected-cost.js';
import type { Selection } from '../selection.js';
import type { SubsetUpdater } from '../subset-updater.js';
import type { Supernet } from '../supernet.js';

/** What a strategy works on. */
export interface SearchParts {
  readonly tf: TensorFlow;
  readonly supernet: Supernet;
  readonly layout: ChoiceLayout;
  /** Groups of choices whose weights are normalised against each other, with partial channels. */
  readonly edges?: ChoiceLayout;
  readonly updater: SubsetUpdater;
  /** For what is drawn once, such as the architecture weights' start. */
  readonly rng: Rng;
  /** Of the weights' own step, for strategies that look ahead of it. */
  readonly momentum: number;
  readonly weightDecay: number;
  /** How the expected cost counts in the architecture's loss. */
  readonly cost?: CostTerm;
}

export interface SupernetStep {
  readonly batch: BatchTensors;
  /** Images that the weights are never trained on; those of an epoch come again and again. Only where the strategy asks for them. */
  readonly heldOut: BatchTensors | undefined;
  readonly learningRate: number;
  /** From 1. */
  readonly step: number;
  /** From 0, and how many there are. */
  readonly epoch: number;
  readonly epochs: number;
  readonly rng: Rng;
}

export interface EpochEnd {
  readonly epoch: number;
  readonly epochs: number;
  /** Any of the held-out batches, by number, again and again; the caller disposes of it. */
  heldOut(index: number): Promise<BatchTensors>;
  readonly rng: Rng;
}

/** What is left to work with when the last epoch is over. */
export interface SearchEnd {
  /** Batches of held-out images, each of them once. */
  readonly heldOutCount: number;
  heldOut(index: number): Promise<BatchTensors>;
  /** An epoch's batches of the images that train the weights; the caller disposes of them. */
  readonly perEpoch: number;
  batch(place: BatchPlace): Promise<BatchTensors>;
  /** The rate at which the weights began. */
  readonly learningRate: number;
  /** Updates of the weights so far. */
  readonly steps: number;
  readonly rng: Rng;
  isAborted(): boolean;
}

/** How a supernet is searched while it is trained. */
export interface SupernetStrategy {
  /** Whether a part of the training images is kept from the weights, to judge architectures by. */
  readonly usesHeldOut: boolean;
  /** One update of the weights, and of the architecture where it has its turn. Gives the batch's loss before it. */
  train(step: SupernetStep): Promise<number>;
  /** A sentence when the search is to end here. */
  endEpoch?(end: EpochEnd): Promise<string | undefined>;
  /** Settles what the training has left open. */
  finish?(end: SearchEnd): Promise<void>;
  /** How likely each option is, by the layout; null where all of them always are equally likely. */
  probabilities(): Float64Array | null;
  /** Networks to judge next, where the probabilities of single options do not tell which. */
  candidates?(rng: Rng): readonly Path[];
  /** What to score after an epoch. Call it in a tidy. */
  scored(rng: Rng): Selection;
}
