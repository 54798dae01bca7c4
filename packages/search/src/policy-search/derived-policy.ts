import type { AskContext, Suggestion } from '@cambium/core';
import { namedCandidates } from '../supernet/option-weights.js';
import type { Round } from '../supernet/rounds.js';
import { standaloneDesigns } from '../supernet/standalone-designs.js';
import { variantsOf } from '../supernet/variants.js';

/**
 * The next policy that the round's first trial named, with everything else as that trial had it. One of a trial that named none
 * is drawn. Undefined: all were trained with.
 */
export function derivedPolicy(context: AskContext<unknown>, round: Round, index: number): Suggestion | undefined {
  const { space } = context;
  const { opening } = round;
  const rng = context.rng.fork(`derived/${index}`);
  const variants = variantsOf(space, opening.params, 'aug');
  const taken = standaloneDesigns(context, round);
  const named = namedCandidates(space.parameters, opening.ended?.metrics ?? {});
  if (named.length === 0) {
    const params = variants.fresh(taken, () => variants.with({}, rng));
    const why = { by: 'random', learntBy: opening.number, because: 'no policy was named' };
    return params === undefined ? undefined : { params, why };
  }
  const policies = named.map((values) => variants.with(values, rng));
  const place = policies.findIndex((params) => space.isFeasible(params) && !taken.has(space.canonicalKey(params)));
  const params = policies[place];
  if (params === undefined) return undefined;
  const by = place === 0 ? 'likeliest choices' : 'drawn by their weights';
  return { params, why: { by, learntBy: opening.number, place: place + 1 } };
}
