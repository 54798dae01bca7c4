import type { AskContext, AskResult, Rng, Suggestion } from '@cambium/core';
import { askEach } from '../history/ask-each.js';
import { type KnownDesigns, knownDesigns } from '../history/known-designs.js';
import { randomSuggestion } from '../history/random-suggestion.js';
import type { Individual } from './individual.js';
import { type Variation, varyParams } from './vary-params.js';

export interface GeneticOptions extends Variation {
  readonly population: number;
}

/** Those who may have children: the winners of binary tournaments do. */
export interface Parents {
  readonly members: readonly Individual[];
  /** Of members by their indices: positive when `a` is the better parent, 0 where neither is. */
  compare(a: number, b: number): number;
}

/** Children drawn before giving up on a new one. */
const tries = 40;
/** Names of mutated parameters that a suggestion's reason lists. */
const listed = 8;

/**
 * Steady state: each suggestion is a child of those told so far, so that nobody waits for a generation. At random until
 * the first generation has been asked for and two parents are known, and where no child is new.
 */
export function askChildren<Options extends GeneticOptions>(context: AskContext<Options>, parents: Parents): AskResult {
  const { history, pending, options, count } = context;
  const known = knownDesigns(context);
  const asked = history.trials.length + pending.length;
  return askEach(count, (index) => {
    const filling = asked + index < options.population || parents.members.length < 2;
    const means = { rng: context.rng.fork(index), known };
    return (
      (filling ? undefined : newChild(context, parents, means)) ??
      randomSuggestion(context, means, filling ? 'first generation' : 'no new child was found')
    );
  });
}

interface Draw {
  readonly rng: Rng;
  readonly known: KnownDesigns;
}

/** A feasible child that is no known design. The more were known, the more a child mutates. */
function newChild<Options extends GeneticOptions>(
  { space, options }: AskContext<Options>,
  parents: Parents,
  { rng, known }: Draw,
): Suggestion | undefined {
  for (let i = 0; i < tries; i++) {
    const first = tournamentWinner(parents, rng);
    const second = chooseOther(parents, first, rng);
    const variation = { ...options, mutations: options.mutations * (1 + (3 * i) / tries) };
    const { params, crossed, mutated } = varyParams(space, [first.params, second.params], variation, rng);
    if (known.has(params) || !space.isFeasible(params)) continue;
    known.add(params);
    const builtOn = [first.number, ...(crossed ? [second.number] : [])];
    return { params, builtOn, why: reasonOf({ crossed, mutated, parents: [first, second] }) };
  }
  return undefined;
}

/** Of two random members the better one; where neither is, the first drawn. */
function tournamentWinner({ members, compare }: Parents, rng: Rng): Individual {
  const first = rng.int(members.length);
  const rival = rng.int(members.length);
  return members[compare(rival, first) > 0 ? rival : first] as Individual;
}

/** With itself a parent has no child but a mutant. */
function chooseOther(parents: Parents, first: Individual, rng: Rng): Individual {
  let second = tournamentWinner(parents, rng);
  for (let again = 0; again < 3 && second === first; again++) second = tournamentWinner(parents, rng);
  return second;
}

function reasonOf({
  crossed,
  mutated,
  parents: [first, second],
}: {
  readonly crossed: boolean;
  readonly mutated: readonly string[];
  readonly parents: readonly [Individual, Individual];
}) {
  const both = crossed && second !== first;
  return {
    by: both ? 'crossover' : 'mutation',
    parents: both ? [first.number, second.number] : [first.number],
    ...(mutated.length === 0 ? {} : { mutated: mutated.slice(0, listed) }),
  };
}
