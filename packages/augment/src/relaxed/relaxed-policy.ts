import type { AugmentationPolicy, Rng } from '@cambium/core';
import { type DrawnChoice, drawChoice } from './draw-choice.js';

/** What a policy is learnt in: sub-policies to choose among, each a list of as many ops. */
export interface RelaxedPolicy {
  readonly candidates: readonly (readonly string[])[];
  /** False: every step of a sub-policy that is drawn happens. */
  readonly learnsProbabilities: boolean;
  /** False: every step has the magnitude 1. */
  readonly learnsMagnitudes: boolean;
}

/** A step of a candidate, both from 0. */
export interface PolicyPlace {
  readonly candidate: number;
  readonly step: number;
}

/**
 * Where a policy's numbers are in one vector: a logit for each candidate, then for each step of each candidate the logit of its
 * probability, then its magnitude.
 */
export interface PolicyLayout {
  readonly candidates: number;
  readonly depth: number;
  readonly size: number;
  probability(place: PolicyPlace): number;
  magnitude(place: PolicyPlace): number;
}

export function policyLayout({ candidates }: RelaxedPolicy): PolicyLayout {
  const depth = candidates[0]?.length ?? 0;
  const steps = candidates.length * depth;
  const probability = ({ candidate, step }: PolicyPlace) => candidates.length + candidate * depth + step;
  return {
    candidates: candidates.length,
    depth,
    size: candidates.length + 2 * steps,
    probability,
    magnitude: (place) => probability(place) + steps,
  };
}

/** All candidates equally likely, all probabilities and magnitudes 0.5 (Li et al. 2020). */
export function startValues(policy: RelaxedPolicy): Float64Array {
  const { candidates, depth, size } = policyLayout(policy);
  return new Float64Array(size).fill(0.5, candidates + candidates * depth);
}

/** Brings magnitudes back into [0, 1]. In place. */
export function clampMagnitudes(policy: RelaxedPolicy, values: Float64Array): void {
  const { candidates, depth, size } = policyLayout(policy);
  for (let i = candidates * (1 + depth); i < size; i++) {
    values[i] = Math.min(1, Math.max(0, values[i] as number));
  }
}

export function probabilityAt(policy: RelaxedPolicy, values: ArrayLike<number>, place: PolicyPlace): number {
  if (!policy.learnsProbabilities) return 1;
  return 1 / (1 + Math.exp(-(values[policyLayout(policy).probability(place)] as number)));
}

export function magnitudeAt(policy: RelaxedPolicy, values: ArrayLike<number>, place: PolicyPlace): number {
  return policy.learnsMagnitudes ? (values[policyLayout(policy).magnitude(place)] as number) : 1;
}

/** The logits of the choice among candidates. */
export function choiceLogits({ candidates }: RelaxedPolicy, values: Float64Array): Float64Array {
  return values.subarray(0, candidates.length);
}

/** What one image gets. */
export interface DrawnSubPolicy {
  readonly candidate: DrawnChoice;
  /** Of each step: index 0 happens, 1 does not. */
  readonly steps: readonly DrawnChoice[];
}

/** Draws a sub-policy, and which of its steps happen. */
export function drawSubPolicy(policy: RelaxedPolicy, values: Float64Array, rng: Rng): DrawnSubPolicy {
  const layout = policyLayout(policy);
  const candidate = drawChoice(choiceLogits(policy, values), rng);
  const steps = Array.from({ length: layout.depth }, (_, step): DrawnChoice => {
    if (!policy.learnsProbabilities) return { index: 0, noisy: new Float64Array() };
    const logit = values[layout.probability({ candidate: candidate.index, step })] as number;
    return drawChoice([logit, 0], rng);
  });
  return { candidate, steps };
}

/** The drawn steps as a policy that is certain of them. */
export function certainPolicy(
  policy: RelaxedPolicy,
  values: ArrayLike<number>,
  { candidate: { index: candidate }, steps }: DrawnSubPolicy,
): AugmentationPolicy {
  const ops = policy.candidates[candidate] ?? [];
  return {
    kind: 'sequence',
    steps: ops.flatMap((op, step) =>
      steps[step]?.index === 0
        ? [{ op, probability: 1, magnitude: magnitudeAt(policy, values, { candidate, step }) }]
        : [],
    ),
  };
}
