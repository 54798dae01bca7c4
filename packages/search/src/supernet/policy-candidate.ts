import type { AskContext, Params, Suggestion } from '@cambium/core';
import { drawn, namedCandidates, optionWeights } from './option-weights.js';
import type { Round } from './rounds.js';
import { variantsOf } from './variants.js';

/**
 * A network that the controller drew, to be judged with the shared weights: one of those that the supernet's trial names;
 * when they are used up one drawn by the probabilities of single options. `done`: there is no new one.
 */
export function policyCandidate(context: AskContext<unknown>, round: Round, index: number): Suggestion | 'done' {
  const { space } = context;
  const { opening: supernet, candidates } = round;
  const metrics = supernet.ended?.metrics ?? {};
  const named = namedCandidates(space.parameters, metrics);
  const weights = optionWeights(space.parameters, metrics);
  const rng = context.rng.fork(`candidate/${index}`);
  const variants = variantsOf(space, supernet.params);
  const taken = new Set(candidates.map(({ params }) => space.canonicalKey(params)));
  const suggest = (params: Params, by: string): Suggestion => {
    return { params, mode: 'shared-weights', resumeFrom: supernet.number, why: { by, supernet: supernet.number } };
  };
  const next = named
    .map((values) => variants.with(values, rng))
    .find((params) => space.isFeasible(params) && !taken.has(space.canonicalKey(params)));
  if (next !== undefined) return suggest(next, 'controller');
  const params = variants.fresh(taken, () =>
    variants.with(Object.fromEntries(weights.map((each) => [each.param, drawn(each, rng.next())])), rng),
  );
  return params === undefined ? 'done' : suggest(params, weights.length === 0 ? 'random' : 'policy');
}
