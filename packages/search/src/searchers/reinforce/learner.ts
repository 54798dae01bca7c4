import { createRng, type FinishedTrial, type FoldContext, type HistoryFold, type Params } from '@cambium/core';
import { type Credit, createPolicy, type Likelihood, type Policy } from '@cambium/spaces';
import { type Adam, createAdam } from '../../math/adam.js';
import type { ReinforceOptions } from './options.js';
import { createRewards, type Rewards } from './rewards.js';

/** The policy as the trials so far made it. */
export interface Learner {
  readonly policy: Policy;
  readonly rewards: Rewards;
  readonly adam: Adam;
  /** Trials that wait for the batch to be full. */
  readonly batch: { readonly params: Params; readonly advantage: number }[];
  updates: number;
}

function createLearner({ space, objectives, options }: FoldContext, key: string): Learner {
  const settings = options as ReinforceOptions;
  const policy = createPolicy(space, settings, createRng(key).fork('first weights'));
  return {
    policy,
    rewards: createRewards(objectives, settings),
    adam: createAdam(policy.weights.length, settings.learningRate),
    batch: [],
    updates: 0,
  };
}

/** A trial is credited by its likelihood under the policy as it is when its batch is full, whichever policy drew it. */
function learn(learner: Learner, trial: FinishedTrial, options: ReinforceOptions): Learner {
  const advantage = learner.rewards.advantageOf(trial);
  if (advantage === undefined) return learner;
  learner.batch.push({ params: trial.params, advantage });
  if (learner.batch.length < options.batch) return learner;
  update(learner, options);
  learner.batch.length = 0;
  learner.updates += 1;
  return learner;
}

function update({ policy, adam, batch }: Learner, options: ReinforceOptions): void {
  const gradient = new Float64Array(policy.weights.length);
  const isPpo = options.algorithm === 'ppo';
  const before = batch.map(({ params }) => (isPpo ? policy.likelihoodOf(params).log : 0));
  for (let epoch = 0; epoch < (isPpo ? options.epochs : 1); epoch++) {
    gradient.fill(0);
    for (const [index, { params, advantage }] of batch.entries()) {
      const bonus = -options.entropy / batch.length;
      // Minus: Adam goes down.
      const credit = -advantage / batch.length;
      const weigh = ({ log }: Likelihood): Credit => {
        // `!`: one for each trial of the batch.
        const ratio = isPpo ? Math.exp(log - before[index]!) : 1;
        return { credit: isClipped(ratio, advantage, options.clip) ? 0 : credit * ratio, bonus };
      };
      policy.addGradient(params, weigh, gradient);
    }
    adam.step(policy.weights, gradient);
  }
}

/** Where PPO's objective is flat (Schulman et al. 2017, equation 7). */
function isClipped(ratio: number, advantage: number, clip: number): boolean {
  return advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip;
}

const folds = new Map<string, HistoryFold<Learner>>();
/** More searches than one process remembers histories of. */
const mostFolds = 256;

/** The learner of a search. The same object for the same key, while it is remembered: else the history is folded anew. */
export function learnerOf(key: string): HistoryFold<Learner> {
  const known = folds.get(key);
  if (known !== undefined) return known;
  if (folds.size >= mostFolds) folds.clear();
  const fold: HistoryFold<Learner> = {
    start: (context) => createLearner(context, key),
    add: (learner, trial, { options }) => learn(learner, trial, options as ReinforceOptions),
  };
  folds.set(key, fold);
  return fold;
}
