import { type AskContext, defineSearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { designHash, type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { breed, type Member } from './breed.js';
import { type EvolutionOptions, evolutionOptions } from './options.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type EvolutionState = {
  /** Oldest first, in the order in which they were told. */
  readonly population: readonly Member[];
  /** How many trials were told, failed ones included. */
  readonly told: number;
  /** Hashes of every told design. */
  readonly seen: readonly string[];
};

/** Children drawn before giving up on a new one. */
const tries = 40;

/**
 * Regularized evolution (Real et al. 2019, algorithm 1): the winner of a tournament is mutated, the child joins, the
 * oldest dies. With parallel trials nobody waits: it breeds from those told so far, at random until there are enough.
 */
export const evolution = defineSearcher({
  name: 'evolution',
  stateVersion: 1,
  summary: 'Mutates good designs and forgets old ones: robust on large architecture spaces, at ease with failures.',
  options: evolutionOptions,
  capabilities: { multiObjective: false, conditional: true, finite: false, orderIndependent: false },
  init: (): EvolutionState => ({ population: [], told: 0, seen: [] }),
  ask(state, context) {
    const known = knownDesigns(context.space, { seen: state.seen, pending: context.pending });
    const asked = state.told + context.pending.length;
    const result = askEach(context.count, (index) => {
      const rng = context.rng.fork(index);
      const filling = asked + index < context.options.population || state.population.length < enough(context.options);
      const child = filling ? undefined : newChild(state.population, context, { rng, known });
      return child ?? randomSuggestion(context, { rng, known, filling });
    });
    return { result, state };
  },
  tell(state, { space, objectives, options }, trial): EvolutionState {
    const ranked = rankTrial(trial, objectives);
    const joined = ranked === undefined ? [] : [{ ...ranked, params: trial.params }];
    return {
      population: [...state.population, ...joined].slice(-options.population),
      told: state.told + 1,
      seen: [...state.seen, designHash(space, trial.params)],
    };
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
