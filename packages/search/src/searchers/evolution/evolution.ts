import { type AskContext, defineHistorySearcher, type HistoryFold, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { breed, type Member } from './breed.js';
import { type EvolutionOptions, evolutionOptions } from './options.js';

/** All who ever could become parents, oldest first, in the order in which they were told. */
const members: HistoryFold<Member[]> = {
  start: () => [],
  add(all, trial, { objectives }) {
    const ranked = rankTrial(trial, objectives);
    if (ranked !== undefined) all.push({ ...ranked, params: trial.params });
    return all;
  },
};

/** Children drawn before giving up on a new one. */
const tries = 40;

/**
 * Regularized evolution (Real et al. 2019, algorithm 1): the winner of a tournament is mutated, the child joins, the
 * oldest dies. With parallel trials nobody waits: it breeds from those told so far, at random until there are enough.
 */
export const evolution = defineHistorySearcher<EvolutionOptions>({
  name: 'evolution',
  stateVersion: 2,
  summary: 'Mutates good designs and forgets old ones: robust on large architecture spaces, at ease with failures.',
  options: evolutionOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const { history, pending, options } = context;
    const known = knownDesigns(context);
    const population = history.fold(members).slice(-options.population);
    const asked = history.trials.length + pending.length;
    return askEach(context.count, (index) => {
      const rng = context.rng.fork(index);
      const filling = asked + index < options.population || population.length < enough(options);
      const child = filling ? undefined : newChild(population, context, { rng, known });
      return child ?? randomSuggestion(context, { rng, known, filling });
    });
  },
});

/** Parents that make a tournament worth holding. */
function enough({ population, tournament }: EvolutionOptions): number {
  return Math.min(population, Math.max(2, tournament));
}

interface Draw {
  readonly rng: Rng;
  readonly known: KnownDesigns;
}

/** A feasible child that is no known design, or undefined after some tries: the neighbourhood is used up. */
function newChild(
  population: readonly Member[],
  { space, options }: AskContext<EvolutionOptions>,
  { rng, known }: Draw,
): Suggestion | undefined {
  for (let i = 0; i < tries; i++) {
    const child = breed(population, { space, options, rng });
    if (known.has(child.params) || !space.isFeasible(child.params)) continue;
    known.add(child.params);
    return child;
  }
  return undefined;
}

function randomSuggestion(
  { space }: AskContext<EvolutionOptions>,
  { rng, known, filling }: Draw & { filling: boolean },
): Suggestion | undefined {
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  known.add(params);
  return { params, why: { by: 'random', because: filling ? 'filling the population' : 'no new child was found' } };
}
