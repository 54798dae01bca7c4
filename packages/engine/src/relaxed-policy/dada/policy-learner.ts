import {
  type AugmentedBatch,
  applyPolicies,
  certainPolicy,
  choiceEntropy,
  clampMagnitudes,
  type DrawnSubPolicy,
  deriveSubPolicies,
  drawSubPolicy,
  guessCount,
  type ImageBatch,
  type LearntSubPolicy,
  learntSubPolicies,
  policyGradient,
  type RelaxedPolicy,
  startValues,
} from '@cambium/augment';
import type { AugmentationPolicy, Rng } from '@cambium/core';
import { adamVector } from '../../supernet/adam-vector.js';
import type { DadaLearning, PolicyState } from '../policy-search-options.js';

/** A policy in training. It draws for one batch at a time, and learns of that. */
export interface PolicyLearner {
  /** Gives each image a sub-policy of its own. */
  augment(batch: ImageBatch, rng: Rng): AugmentedBatch;
  /** Moves against the gradient of a loss, from what it is to each image of the last batch. All finite. */
  learn(losses: ArrayLike<number>, pixelSums: ArrayLike<number>): void;
  state(ops: readonly string[]): PolicyState;
  /** The likeliest sub-policies; with `rng` drawn by their weights. */
  derive(count: number, rng?: Rng): LearntSubPolicy[];
}

export function policyLearner(
  policy: RelaxedPolicy,
  { learningRate, temperature }: DadaLearning,
  before?: AugmentationPolicy,
): PolicyLearner {
  // The first moment's decay is that of DARTS (Liu et al. 2019, A.1.1).
  const adam = { learningRate, beta1: 0.5, beta2: 0.999, weightDecay: 0 };
  const own = adamVector(startValues(policy), adam);
  const guesses = adamVector(new Float64Array(guessCount(policy)), adam);
  let drawn: readonly DrawnSubPolicy[] = [];
  return {
    augment(batch, rng) {
      const draw = rng.fork('policy');
      drawn = Array.from({ length: batch.count }, () => drawSubPolicy(policy, own.values, draw));
      const policies = drawn.map((each): AugmentationPolicy => {
        const certain = certainPolicy(policy, own.values, each);
        return before === undefined ? certain : { kind: 'chain', policies: [before, certain] };
      });
      return applyPolicies(policies, batch, rng.fork('ops'));
    },
    learn(losses, pixelSums) {
      const unit = spread(losses);
      const at = { values: own.values, guesses: guesses.values, temperature };
      const signals = drawn.map((each, i) => {
        return { drawn: each, loss: (losses[i] as number) / unit, pixelSum: pixelSums[i] as number };
      });
      const gradient = policyGradient(policy, at, signals);
      own.descend(gradient.values);
      clampMagnitudes(policy, own.values);
      guesses.descend(gradient.guesses);
    },
    state: (ops) => ({
      entropy: choiceEntropy(policy, own.values),
      opRates: rates(ops, learntSubPolicies(policy, own.values)),
    }),
    derive: (count, rng) => deriveSubPolicies(learntSubPolicies(policy, own.values), count, rng),
  };
}

function rates(ops: readonly string[], learnt: readonly LearntSubPolicy[]): Record<string, number> {
  const sums = new Map(ops.map((name) => [name, 0]));
  for (const { weight, steps } of learnt) {
    for (const { op, probability } of steps) sums.set(op, (sums.get(op) ?? 0) + weight * probability);
  }
  return Object.fromEntries(sums);
}

/** What losses are measured in, so that guesses of them have the same rate whatever their size. Never 0. */
function spread(losses: ArrayLike<number>): number {
  const all = Array.from(losses);
  const mean = all.reduce((sum, loss) => sum + loss, 0) / all.length;
  const variance = all.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / all.length;
  return variance > 0 ? Math.sqrt(variance) : 1;
}
