import type { JsonObject } from '../values/json.js';
import type { ParamValue } from '../values/params.js';
import type { UpdateRule } from './update-rule.js';

/** Height, width, channels. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** The images that a task's networks see. */
export interface ImageContext {
  readonly inputShape: ImageShape;
  readonly classes: number;
}

/**
 * What a dialect must know about the task to decode params; empty for a task without images. Fixed when the experiment is
 * created.
 */
export type DecodeContext = ImageContext | { readonly inputShape?: undefined; readonly classes?: undefined };

/** @throws TypeError for a task without images: it must not take a branch that is decoded with them. */
export function expectImages(context: DecodeContext): ImageContext {
  if (context.inputShape === undefined) throw new TypeError('this task has no images to build a network for');
  return context;
}

/**
 * A node of an architecture: one block applied to the outputs of other nodes. `block` names an entry of the block
 * registry, `attributes` are that block's (checked by its schema).
 */
export interface ArchitectureNode {
  readonly id: string;
  readonly block: string;
  readonly attributes: JsonObject;
  /** Ids of the nodes whose outputs it takes, in order. */
  readonly inputs: readonly string[];
  /** The stage or cell that it belongs to, for drawing: `stage 1`. */
  readonly group?: string;
}

/** A network as data. Nodes are in topological order; the first is the only one with block `input`. */
export interface ArchitectureGraph {
  readonly version: 1;
  readonly nodes: readonly ArchitectureNode[];
  /** Id of the node whose output is the network's. */
  readonly output: string;
}

/**
 * What magnitude 1 means. `standard`: RandAugment's table, which AutoAugment's published policies use as well. `wide`:
 * TrivialAugment's.
 */
export type MagnitudeTable = 'standard' | 'wide';

/** One step of a policy: an op of the op registry. `magnitude` is in [0, 1] of the op's own range. */
export interface AugmentationStep {
  readonly op: string;
  readonly magnitude: number;
  /** Chance that the step is applied to an image, in [0, 1]. */
  readonly probability: number;
}

/** How images are changed while a network is trained. Every image draws anew. */
export type AugmentationPolicy =
  /**
   * `count` ops drawn uniformly with replacement, all at `magnitude` (RandAugment, Cubuk et al. 2020), or each at one of 31
   * equally spaced ones (`uniform`; TrivialAugment, Müller and Hutter 2021). `standard` table by default.
   */
  | {
      readonly kind: 'random-subset';
      readonly ops: readonly string[];
      readonly count: number;
      readonly magnitude: number | 'uniform';
      readonly table?: MagnitudeTable;
    }
  /** The steps in order. */
  | { readonly kind: 'sequence'; readonly steps: readonly AugmentationStep[] }
  /**
   * At most k of the steps, in random order, each with its probability; `weights[k]` is how likely k is, in parts of their
   * sum (PBA, Ho et al. 2019, algorithm 1).
   */
  | { readonly kind: 'some-of'; readonly steps: readonly AugmentationStep[]; readonly weights: readonly number[] }
  /** One of the policies, all equally likely (AutoAugment's sub-policies, Cubuk et al. 2019). */
  | { readonly kind: 'one-of'; readonly policies: readonly AugmentationPolicy[] }
  /** One policy after the other. */
  | { readonly kind: 'chain'; readonly policies: readonly AugmentationPolicy[] }
  /**
   * AugMix (Hendrycks et al. 2020, algorithm 1): `width` chains of `depth` ops (null: 1 to 3) on copies of the image, mixed
   * by Dirichlet(α) weights, then with the image by a Beta(α, α) one. Magnitudes are drawn evenly up to `magnitude`.
   */
  | {
      readonly kind: 'augmix';
      readonly ops: readonly string[];
      readonly width: number;
      readonly depth: number | null;
      readonly magnitude: number;
      readonly alpha: number;
    }
  /** By the image's label: its index is the key. Labels without a policy have `otherwise`. */
  | {
      readonly kind: 'per-class';
      readonly classes: Readonly<Record<string, AugmentationPolicy>>;
      readonly otherwise: AugmentationPolicy;
    }
  /** Policies that follow each other in training. */
  | { readonly kind: 'schedule'; readonly phases: readonly AugmentationPhase[] };

export interface AugmentationPhase {
  /** Where it begins, as a share of all epochs in [0, 1): ascending, the first at 0. */
  readonly from: number;
  readonly policy: AugmentationPolicy;
}

/**
 * How the weights are trained. Rates are per step. What is optional is off, or has the default of the entry that uses it,
 * when it is absent; a field that the chosen optimizer, schedule or loss does not use means nothing.
 */
export interface TrainingProcedure {
  readonly optimizer: string;
  readonly learningRate: number;
  readonly schedule: string;
  /** Share of all steps spent warming up linearly from 0, in [0, 1). */
  readonly warmup: number;
  /** Decoupled for adamw, lion and update-rule, within the trust ratio for lamb, L2 for the others. */
  readonly weightDecay: number;
  /** Of sgd, momentum, nesterov and rmsprop, in [0, 1). */
  readonly momentum: number;
  /** Decay of the mean gradient: adam, adamw, lamb and lion, in [0, 1). */
  readonly beta1?: number;
  /** Decay of the mean squared gradient (of lion: of the mean that is kept): adam, adamw, lamb, lion, rmsprop, in [0, 1). */
  readonly beta2?: number;
  /** What adam, adamw, lamb and rmsprop add to the root that they divide by; above 0. */
  readonly epsilon?: number;
  /** Of the optimizer update-rule. */
  readonly updateRule?: UpdateRule;
  /** Cycles of the schedule cosine-restarts. Integer ≥ 1. */
  readonly scheduleCycles?: number;
  /** How much longer each of these cycles is than the one before; ≥ 1. */
  readonly scheduleGrowth?: number;
  /** Of the schedule polynomial; above 0. */
  readonly schedulePower?: number;
  /** Of the schedule piecewise: factors of the rate, each in [0, 1], at equal distances from its begin to its end. */
  readonly scheduleFactors?: readonly number[];
  readonly loss?: string;
  /** γ of the loss focal; ≥ 0. */
  readonly focalGamma?: number;
  /** ε of the loss poly; ≥ −1. */
  readonly polyEpsilon?: number;
  /** In [0, 1). */
  readonly labelSmoothing: number;
  /** α of the Beta distribution of mixup; 0 is off. */
  readonly mixup: number;
  readonly batchSize: number;
  /** Largest norm of a step's gradient; 0 is any. */
  readonly clipNorm?: number;
  /** ρ of sharpness-aware minimisation, which takes two passes a step; 0 is off. */
  readonly samRho?: number;
  /** Decay of the mean of the weights that validates and is saved, in [0, 1); 0 is off: the last weights. */
  readonly emaDecay?: number;
  /** Rate before the last dense layer, in [0, 1), which the task puts into the network. Absent: as the network has it. */
  readonly dropout?: number;
  /** Chance that an image loses a path of the last block that adds paths up, in [0, 1); it is less at earlier ones. */
  readonly dropPath?: number;
}

/** What params mean. Branches that the space does not have are absent; the task fills in its defaults. */
export interface Design {
  /** Hyperparameters by their short name: `lr`, `batch`. */
  readonly hp?: Readonly<Record<string, ParamValue>>;
  readonly arch?: ArchitectureGraph;
  readonly aug?: AugmentationPolicy;
  readonly train?: Partial<TrainingProcedure>;
}
