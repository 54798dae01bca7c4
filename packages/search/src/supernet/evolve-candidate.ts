import type { AskContext, Json, Params, Rng, Suggestion } from '@cambium/core';
import { rankedCandidates } from './best-candidates.js';
import { candidateLimit } from './candidate-limit.js';
import type { Round } from './rounds.js';
import { type Variants, variantsOf } from './variants.js';

export interface CandidateOptions {
  /** `random`: all are drawn like the first generation. */
  readonly search: 'evolution' | 'random';
  readonly candidates: number;
  readonly standalone: number;
  readonly population: number;
  readonly parents: number;
  /** Chance of each parameter to be drawn again. */
  readonly mutation: number;
}

/**
 * The next candidate of evolution on shared weights (Guo et al. 2020, algorithm 1): generations of which the first is
 * random, later ones half crossovers and half mutants of the best so far. A generation waits for the one before.
 */
export function evolveCandidate(
  context: AskContext<unknown>,
  round: Round,
  { index, options }: { readonly index: number; readonly options: CandidateOptions },
): Suggestion | 'wait' | 'done' {
  const { candidates, opening: supernet } = round;
  const place = candidates.length;
  if (place >= candidateLimit(context, round, options)) return 'done';
  const generation = options.search === 'random' ? 0 : Math.floor(place / options.population);
  const before = candidates.slice(0, generation * options.population);
  if (before.some(({ ended }) => ended === undefined)) return 'wait';
  const variants = variantsOf(context.space, supernet.params);
  const rng = context.rng.fork(`candidate/${index}`);
  const parents = rankedCandidates(before, context).slice(0, options.parents);
  const taken = new Set(candidates.map(({ params }) => context.space.canonicalKey(params)));
  let why: Json = { by: 'random', generation };
  const params = variants.fresh(taken, () => {
    if (parents.length === 0) return variants.with({}, rng);
    const child = breed(parents, { variants, context, options, rng, place });
    why = { ...child.why, generation };
    return child.params;
  });
  if (params === undefined) return 'done';
  return { params, mode: 'shared-weights', resumeFrom: supernet.number, why };
}

interface Breeding {
  readonly variants: Variants;
  readonly context: AskContext<unknown>;
  readonly options: CandidateOptions;
  readonly rng: Rng;
  readonly place: number;
}

interface Parent {
  readonly number: number;
  readonly params: Params;
}

/** Crossovers at even places, mutants at odd ones. */
function breed(parents: readonly Parent[], { variants, context, options, rng, place }: Breeding) {
  const first = rng.pick(parents);
  if (place % 2 === 0 && parents.length > 1) {
    const second = rng.pick(parents);
    const params = variants.with(context.space.crossover(first.params, second.params, rng), rng);
    return { params, why: { by: 'crossover', parents: [first.number, second.number] } };
  }
  const kept = Object.entries(first.params).filter(
    ([name]) => !variants.free.includes(name) || rng.next() >= options.mutation,
  );
  return { params: variants.with(Object.fromEntries(kept), rng), why: { by: 'mutation', parents: [first.number] } };
}
