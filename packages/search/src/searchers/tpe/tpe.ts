import {
  type AskContext,
  defineHistorySearcher,
  type HistoryFold,
  type PendingTrial,
  type Suggestion,
} from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { createModel } from './model.js';
import { type Observation, observe, splitObservations } from './observations.js';
import { type TpeOptions, tpeOptions } from './options.js';

const observations: HistoryFold<Observation[]> = {
  start: () => [],
  add(all, trial, { objectives }) {
    const observation = observe(trial, objectives);
    if (observation !== undefined) all.push(observation);
    return all;
  },
};

/** Points drawn before giving up on one that is new and feasible. */
const tries = 24;

/**
 * The tree-structured Parzen estimator (Bergstra et al. 2011, §4; details as in Optuna 5, univariate): what is likely
 * under the density of good trials and unlikely under that of the others.
 */
export const tpe = defineHistorySearcher<TpeOptions>({
  name: 'tpe',
  stateVersion: 2,
  summary: 'Learns where good trials lie, parameter by parameter: a strong default from some twenty trials on.',
  options: tpeOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const known = knownDesigns(context);
    const observed = context.history.fold(observations);
    const liars: PendingTrial[] = [...context.pending];
    return askEach(context.count, (index) => {
      const suggestion = suggest(observed, context, { index, known, liars });
      if (suggestion === undefined) return undefined;
      known.add(suggestion.params);
      // Newer than any other, whatever number it will get.
      liars.push({ number: Number.MAX_SAFE_INTEGER, params: suggestion.params });
      return suggestion;
    });
  },
});

interface Progress {
  readonly index: number;
  readonly known: KnownDesigns;
  readonly liars: readonly PendingTrial[];
}

function suggest(
  observed: readonly Observation[],
  { space, options, rng: askRng }: AskContext<TpeOptions>,
  { index, known, liars }: Progress,
): Suggestion | undefined {
  const rng = askRng.fork(index);
  const learning = observed.length >= options.startupTrials;
  if (learning) {
    const split = splitObservations(observed, liars);
    const model = createModel(space, split);
    for (let i = 0; i < tries; i++) {
      // Fewer candidates from try to try: less greedy, until it samples the good density itself.
      const { params, gain } = model.draw(Math.max(1, options.candidates >> i), rng);
      if (known.has(params) || !space.isFeasible(params)) continue;
      const why = { by: 'tpe', good: split.good.length, of: observed.length, gain: Number(gain.toFixed(4)) };
      return { params, why };
    }
  }
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  return { params, why: { by: 'random', because: learning ? 'the model proposed nothing new' : 'starting up' } };
}
