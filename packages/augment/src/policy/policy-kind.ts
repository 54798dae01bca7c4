import type { AugmentationPolicy, AugmentationStep, Issue, MagnitudeTable, Rng } from '@cambium/core';
import type { ImageView, OpSpec } from '../op-spec.js';

/** One image on its way through a policy. */
export interface ImageRun {
  readonly rng: Rng;
  /** Index of the image's class; -1 where nobody said. */
  readonly label: number;
  /** Share of the training that is over, in [0, 1]. */
  readonly progress: number;
  /** The image as it is now. Valid until the next call of `apply` or `load`. */
  current(): ImageView;
  /** Applies the op at a magnitude in [0, 1]; the sign, where it has one, is drawn. */
  apply(op: OpSpec, magnitude: number, table: MagnitudeTable): void;
  /** Goes on with these pixels, of the same shape. The label stays mixed as it is. */
  load(pixels: Uint8Array): void;
}

/** A policy with its ops looked up: called once per image. */
export type PolicyPlan = (run: ImageRun) => void;

/** What there is to know of the policies of one kind. `deep` answers the same question for a policy inside. */
export interface PolicyKind<P> {
  /** What is wrong; paths start at the policy. */
  issues(policy: P, deep: (inner: AugmentationPolicy) => readonly Issue[]): readonly Issue[];
  /** Whether every image stays as it is. */
  isNothing(policy: P, deep: (inner: AugmentationPolicy) => boolean): boolean;
  /** After "Each image gets", for a policy that does something. */
  clause(policy: P, deep: (inner: AugmentationPolicy) => string): string;
  /** How often and how strongly it applies its ops, when `progress` of the training is over; null: on average over all of it. */
  steps(
    policy: P,
    deep: (inner: AugmentationPolicy) => readonly ExpectedStep[],
    progress: number | null,
  ): readonly ExpectedStep[];
  plan(policy: P, deep: (inner: AugmentationPolicy) => PolicyPlan): PolicyPlan;
}

/** How often an op is applied: `rate` is the expected number of applications per image. */
export interface ExpectedStep extends Pick<AugmentationStep, 'op'> {
  readonly rate: number;
  /** Mean magnitude of these, in [0, 1]. */
  readonly magnitude: number;
  /** What magnitudes mean; `standard` if left out. */
  readonly table?: MagnitudeTable;
}

export type PolicyOfKind<K extends AugmentationPolicy['kind']> = Extract<AugmentationPolicy, { readonly kind: K }>;
