import { type AugmentationStep, type Rng, weightedIndex } from '@cambium/core';
import { softmax } from './draw-choice.js';
import { choiceLogits, magnitudeAt, probabilityAt, type RelaxedPolicy } from './relaxed-policy.js';

/** What is learnt of each candidate: its chance to be drawn, and its steps. */
export interface LearntSubPolicy {
  readonly weight: number;
  readonly steps: readonly AugmentationStep[];
}

/** By candidate. */
export function learntSubPolicies(policy: RelaxedPolicy, values: Float64Array): LearntSubPolicy[] {
  const weights = softmax(choiceLogits(policy, values));
  return policy.candidates.map((ops, candidate) => ({
    weight: weights[candidate] as number,
    steps: ops.map((op, step) => ({
      op,
      probability: probabilityAt(policy, values, { candidate, step }),
      magnitude: magnitudeAt(policy, values, { candidate, step }),
    })),
  }));
}

/** In nats, from 0 (settled) to the logarithm of the number of candidates (all are equally likely). */
export function choiceEntropy(policy: RelaxedPolicy, values: Float64Array): number {
  return -softmax(choiceLogits(policy, values)).reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
}

/**
 * The `count` sub-policies of most weight (Li et al. 2020: 25); with `rng` drawn by their weights instead, none twice. Where
 * there are fewer of them they come again in turn.
 */
export function deriveSubPolicies(learnt: readonly LearntSubPolicy[], count: number, rng?: Rng): LearntSubPolicy[] {
  const order = learnt.toSorted((a, b) => b.weight - a.weight);
  const chosen = rng === undefined ? order : drawnOf(order, Math.min(count, order.length), rng);
  return Array.from({ length: count }, (_, i) => chosen[i % chosen.length] as LearntSubPolicy);
}

function drawnOf(all: readonly LearntSubPolicy[], count: number, rng: Rng): LearntSubPolicy[] {
  const left = [...all];
  return Array.from({ length: count }, () => {
    const index = weightedIndex(
      left.map(({ weight }) => weight),
      rng.next(),
    );
    return left.splice(index, 1)[0] as LearntSubPolicy;
  });
}
