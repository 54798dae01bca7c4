import { type AskContext, defineSearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { type Knowledge, knowledgeOf } from '../../history/knowledge.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { breed } from './breed.js';
import { type EvolutionOptions, evolutionOptions } from './options.js';

/** Numbers of the trials in the population, oldest first. */
type Population = readonly number[];

/** Children drawn before giving up on a new one. */
const tries = 100;

/**
 * Regularized evolution (Real et al. 2019, algorithm 1): the winner of a tournament is mutated, the child joins, the
 * oldest dies. With parallel trials nobody waits: it breeds from those told so far, at random until there are enough. A
 * child whose design was tried before needs no trial: it joins with its known result.
 */
export const evolution = defineSearcher<EvolutionOptions, Population>({
  name: 'evolution',
  stateVersion: 3,
  summary: 'Mutates good designs and forgets old ones: robust on large architecture spaces, at ease with failures.',
  options: evolutionOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: () => [],
  ask(before, context) {
    const { history, pending, options } = context;
    const knowledge = knowledgeOf(context);
    const asked = history.trials.length + pending.length;
    let population = before;
    const result = askEach(context.count, (index) => {
      const means = { ...knowledge, rng: context.rng.fork(index) };
      const filling = asked + index < options.population || population.length < enough(options);
      if (!filling) {
        const bred = newChild(population, context, means);
        population = bred.population;
        if (bred.child !== undefined) return bred.child;
      }
      return randomSuggestion(context, means, filling ? 'filling the population' : 'no new child was found');
    });
    return { result, state: population };
  },
  tell(population, { options, objectives }, trial) {
    return rankTrial(trial, objectives) === undefined ? population : join(population, trial.number, options);
  },
});

function join(population: Population, number: number, { population: size }: EvolutionOptions): Population {
  return [...population, number].slice(-size);
}

/** Parents that make a tournament worth holding. */
function enough({ population, tournament }: EvolutionOptions): number {
  return Math.min(population, Math.max(2, tournament));
}

/**
 * A feasible child that is no known design; none after some tries: the neighbourhood is used up. Known ones join on the
 * way, but for those that are members: clones would drive the others out.
 */
function newChild(
  before: Population,
  { space, options }: AskContext<EvolutionOptions>,
  { known, results, measured, rng }: Knowledge & { readonly rng: Rng },
): { readonly population: Population; readonly child?: Suggestion } {
  let population = before;
  for (let i = 0; i < tries; i++) {
    const parents = population.flatMap((number) => measured.get(number) ?? []);
    const child = breed(parents, { space, options, rng });
    if (!space.isFeasible(child.params)) continue;
    if (known.has(child.params)) {
      const number = results.of(child.params)?.number;
      if (number !== undefined && !population.includes(number)) population = join(population, number, options);
      continue;
    }
    known.add(child.params);
    return { population, child };
  }
  return { population };
}
