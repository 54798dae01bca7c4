import type { AskContext, Suggestion } from '@cambium/core';
import { drawn, likeliest, optionWeights } from './option-weights.js';
import type { Round } from './rounds.js';
import { standaloneDesigns } from './standalone-designs.js';
import { variantsOf } from './variants.js';

/**
 * The network of the likeliest options; when it is infeasible or was trained before, one that is drawn by their weights.
 * Undefined: everything was trained.
 */
export function deriveStandalone(context: AskContext<unknown>, round: Round, index: number): Suggestion | undefined {
  const { space } = context;
  const { supernet } = round;
  const weights = optionWeights(space.parameters, supernet.ended?.metrics ?? {});
  const rng = context.rng.fork(`derived/${index}`);
  const variants = variantsOf(space, supernet.params);
  const params = variants.fresh(standaloneDesigns(context, round), (attempt) => {
    const values = weights.map((each) => [each.param, attempt === 0 ? likeliest(each) : drawn(each, rng.next())]);
    return variants.with(Object.fromEntries(values), rng);
  });
  if (params === undefined) return undefined;
  const isLikeliest = weights.every(
    (each) => params[each.param] === undefined || params[each.param] === likeliest(each),
  );
  const by = weights.length === 0 ? 'random' : isLikeliest ? 'likeliest options' : 'drawn by the options’ weights';
  const because = weights.length === 0 ? { because: 'the supernet named no weights' } : {};
  return { params, why: { by, supernet: supernet.number, ...because } };
}
