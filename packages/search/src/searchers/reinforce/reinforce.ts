import { type AskContext, defineSearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { drawSearchKey } from '../../history/search-key.js';
import { type Learner, learnerOf } from './learner.js';
import { type ReinforceOptions, reinforceOptions } from './options.js';

/** What the history does not say. Null before the first ask. */
type State = {
  /** Seeds the first weights. */
  readonly key: string;
} | null;

/** Draws before giving up on a new design. */
const tries = 100;

/**
 * A policy over the space that is trained by policy gradient (REINFORCE, Williams 1992; for architectures Zoph and Le 2017).
 * Its weights are a fold of the history. Parallel trials draw from the policy as it is.
 */
export const reinforce = defineSearcher<ReinforceOptions, State>({
  name: 'reinforce',
  stateVersion: 1,
  summary: 'Trains a policy that chooses designs: for many hundred trials of choices, architectures above all.',
  options: reinforceOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: () => null,
  ask(before, context) {
    const state = before ?? { key: drawSearchKey(context.rng) };
    const learner = context.history.fold(learnerOf(state.key));
    const known = knownDesigns(context);
    const result = askEach(context.count, (index) => {
      const means = { known, rng: context.rng.fork(index) };
      return drawNew(learner, context, means) ?? randomSuggestion(context, means, 'the policy drew nothing new');
    });
    return { result, state };
  },
  tell: (state) => state,
});

function drawNew(
  { policy, rewards, updates }: Learner,
  { space }: AskContext<ReinforceOptions>,
  { known, rng }: { readonly known: KnownDesigns; readonly rng: Rng },
): Suggestion | undefined {
  for (let i = 0; i < tries; i++) {
    const params = policy.draw(rng);
    if (known.has(params) || !space.isFeasible(params)) continue;
    known.add(params);
    const { log, entropy } = policy.likelihoodOf(params);
    const baseline = rewards.baseline();
    return {
      params,
      why: {
        by: 'policy',
        probability: Number(Math.exp(log).toPrecision(4)),
        entropy: Number(entropy.toPrecision(4)),
        baseline: baseline === undefined ? null : Number(baseline.toPrecision(6)),
        updates,
        draws: i + 1,
      },
    };
  }
  return undefined;
}
